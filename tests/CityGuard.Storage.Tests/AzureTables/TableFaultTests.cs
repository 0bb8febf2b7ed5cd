using Azure;
using CityGuard.Storage.AzureTables;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.AzureTables;

/// <summary>What the library throws when it gives up, and what a caller who gives up is told.</summary>
public sealed class TableFaultTests
{
    [Fact]
    public async Task A_time_out_of_the_network_is_a_fault_of_the_tables_also_when_it_comes_alone()
    {
        var told = await Should.ThrowAsync<StorageFailedException>(TableFault.Told<int>("there", () => throw new TaskCanceledException("the library's own"), CancellationToken.None));
        told.Message.ShouldBe("there: the tables do not answer in time.");
        told = await Should.ThrowAsync<StorageFailedException>(TableFault.Told<int>(
            "there", () => throw new AggregateException(new RequestFailedException(503, "busy"), new TaskCanceledException("the library's own")), CancellationToken.None));
        told.Message.ShouldBe("there: the tables do not answer in time.");
    }

    [Fact]
    public async Task Who_gives_up_himself_is_told_so()
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(TableFault.Told<int>("there", () => throw new TaskCanceledException("asked for"), caller.Token));
        await Should.ThrowAsync<OperationCanceledException>(TableFault.Told<int>(
            "there", () => throw new AggregateException(new RequestFailedException(503, "busy"), new TaskCanceledException("asked for")), caller.Token));
    }
}

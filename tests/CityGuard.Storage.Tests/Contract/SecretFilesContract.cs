using CityGuard.Storage.Secrets;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Contract;

/// <summary>What keys, people and links rely on, wherever they are kept.</summary>
public abstract class SecretFilesContract
{
    private static readonly byte[] Bytes = [1, 2, 3];

    protected abstract ISecretFiles Files { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_is_read_listed_and_deleted_once()
    {
        (await Files.Read("keys", "a.json", Cancel)).ShouldBeNull();
        (await Files.List("keys", Cancel)).ShouldBeEmpty();
        (await Files.TryWriteNew("keys", "a.json", Bytes, Cancel)).ShouldBeTrue();
        (await Files.Read("keys", "a.json", Cancel)).ShouldBe(Bytes);
        (await Files.Read("users", "a.json", Cancel)).ShouldBeNull();
        (await Files.List("keys", Cancel)).ShouldBe(["a.json"]);
        (await Files.Delete("keys", "a.json", Cancel)).ShouldBeTrue();
        (await Files.Delete("keys", "a.json", Cancel)).ShouldBeFalse();
        (await Files.Read("keys", "a.json", Cancel)).ShouldBeNull();
        (await Files.List("keys", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_who_write_the_first_is_kept()
    {
        (await Files.TryWriteNew("users", "a.json", Bytes, Cancel)).ShouldBeTrue();
        (await Files.TryWriteNew("users", "a.json", new byte[] { 9 }, Cancel)).ShouldBeFalse();
        (await Files.Read("users", "a.json", Cancel)).ShouldBe(Bytes);
    }

    [Fact]
    public async Task Of_many_who_take_one_gets_it()
    {
        await Files.TryWriteNew("links", "a.json", Bytes, Cancel);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Files.Take("links", "a.json", Cancel), Cancel)));
        taken.Count(t => t is not null).ShouldBe(1);
        taken.Single(t => t is not null).ShouldBe(Bytes);
        (await Files.Take("links", "a.json", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Hundreds_are_listed()
    {
        foreach (var i in Enumerable.Range(0, 300))
            await Files.TryWriteNew("users", $"{i:000}.json", Bytes, Cancel);
        (await Files.List("users", Cancel)).Count.ShouldBe(300);
    }
}

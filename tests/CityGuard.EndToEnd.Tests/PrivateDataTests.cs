using System.Runtime.Versioning;
using CityGuard.Domain.People;
using CityGuard.Silo.Security;
using CityGuard.Storage.Secrets;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>The data folder holds the vault's keys: nobody else on the machine may read it, whoever made it first.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateDataTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const UnixFileMode OwnersAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public void A_running_city_keeps_its_folder_and_its_files_to_itself()
    {
        File.GetUnixFileMode(host.Data).ShouldBe(OwnersAll);
        var files = Directory.EnumerateFiles(host.Data).ToList();
        foreach (var kept in (string[])["journal.db", "journal.db-wal", "vault.db", "positions.db", "lock"])
            files.Select(Path.GetFileName).ShouldContain(kept);
        files.ShouldAllBe(f => (File.GetUnixFileMode(f) & ~OwnersAll) == 0);
    }

    [Fact]
    public async Task A_key_that_comes_before_the_city_makes_the_folder_private()
    {
        var folder = Path.Combine(host.Data, "..", "key-first");
        await HostProcess.AddKey(folder, "read");
        File.GetUnixFileMode(folder).ShouldBe(OwnersAll);
        File.GetUnixFileMode(Path.Combine(folder, "keys")).ShouldBe(OwnersAll);
    }

    [Fact]
    public async Task A_link_lets_one_of_many_in_and_refuses_the_others()
    {
        var links = new SignInLinks(new FolderFiles(Path.Combine(host.Data, "..", "links")), TimeProvider.System);
        for (var round = 0; round < 50; round++)
        {
            var token = await links.Create(PersonRole.Viewer);
            using var together = new Barrier(4);
            var roles = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    return links.Use(token).AsTask();
                },
                TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
            roles.Count(r => r is not null).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_use_that_meets_the_rest_of_another_is_answered()
    {
        var folder = Path.Combine(host.Data, "..", "broken-off");
        var links = new SignInLinks(new FolderFiles(folder), TimeProvider.System);
        var token = await links.Create(PersonRole.Viewer);
        var file = Directory.EnumerateFiles(Path.Combine(folder, "links")).ShouldHaveSingleItem();
        File.Copy(file, file + ".taken.tmp");
        (await links.Use(token)).ShouldNotBeNull().Role.ShouldBe(PersonRole.Viewer);
        (await links.Use(token)).ShouldBeNull();
    }
}

using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Tests.Vault;
using CityGuard.Storage.Vault;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Contract;

/// <summary>What is promised of personal data that goes from one store into the other, whichever way.</summary>
public abstract class VaultCopyContract
{
    private protected static readonly PersonalData Data = new("两名男子 at No. 7, a red scooter", "13800138000");

    private protected abstract IVaultStore From { get; }

    private protected abstract IVaultStore To { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sealed_opens_in_the_other_store_by_the_same_reference()
    {
        var sealedTexts = new Dictionary<string, PersonalData>();
        foreach (var (incident, data) in Texts())
            sealedTexts.Add((await From.Seal(Incidents.Number(incident), data, Cancel)).ShouldNotBeNull(), data);

        Told(await Copy()).ShouldBe((4, 204, 0));

        foreach (var (reference, data) in sealedTexts)
            (await To.Open(reference, Cancel)).ShouldBe(data);
        foreach (var number in Enumerable.Range(1, 4))
        {
            var (here, there) = (await From.Read(Incidents.Number(number), Cancel), await To.Read(Incidents.Number(number), Cancel));
            there.Key.ShouldBe(here.Key.ShouldNotBeNull());
            there.Texts.Select(Shown).ShouldBe(here.Texts.Select(Shown), ignoreOrder: true);
        }

        var more = (await To.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        (await To.Open(more, Cancel)).ShouldBe(Data);
    }

    [Fact]
    public async Task What_was_erased_goes_over_as_erased()
    {
        var reference = await Seal(1);
        await From.Erase(Incidents.Number(1), Cancel);
        await From.Erase(Incidents.Number(2), Cancel); // of which nothing was ever kept
        Told(await Copy()).ShouldBe((0, 0, 2));
        (await To.Open(reference, Cancel)).ShouldBeNull();
        foreach (var number in (int[])[1, 2])
            (await To.Seal(Incidents.Number(number), Data, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_erased_in_the_target_stays_erased_there()
    {
        var references = new[] { await Seal(1), await Seal(2), await Seal(3) };
        await Copy();
        await To.Erase(Incidents.Number(1), Cancel);
        (await To.Erase(Incidents.Number(4), Cancel)).ShouldBeFalse();
        await Seal(4);
        Told(await Copy()).ShouldBe((2, 2, 2));
        (await To.Open(references[0], Cancel)).ShouldBeNull();
        (await To.Seal(Incidents.Number(4), Data, Cancel)).ShouldBeNull();
        (await To.Open(references[1], Cancel)).ShouldBe(Data);
    }

    [Fact]
    public async Task What_is_erased_in_the_source_after_a_first_copy_is_erased_by_the_next()
    {
        var reference = await Seal(1);
        await Copy();
        (await To.Open(reference, Cancel)).ShouldBe(Data);
        await From.Erase(Incidents.Number(1), Cancel);
        Told(await Copy()).ShouldBe((0, 0, 1));
        (await To.Open(reference, Cancel)).ShouldBeNull();
        (await To.Read(Incidents.Number(1), Cancel)).Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_erased_in_the_source_while_the_copy_runs_ends_erased()
    {
        var references = new[] { await Seal(1), await Seal(2) };
        var to = new Interposed(To, before: async taken =>
        {
            if (taken.Incident == Incidents.Number(1))
                (await From.Erase(taken.Incident, Cancel)).ShouldBeTrue(); // its key is read already
        });
        Told(await VaultCopy.Run(From, to, null, Cancel)).ShouldBe((1, 1, 1));
        (await To.Open(references[0], Cancel)).ShouldBeNull();
        (await To.Open(references[1], Cancel)).ShouldBe(Data);
    }

    [Fact]
    public async Task Twice_is_the_same_as_once()
    {
        var references = new[] { await Seal(1), await Seal(1), await Seal(2) };
        await From.Erase(Incidents.Number(3), Cancel);
        Told(await Copy()).ShouldBe((2, 3, 1));
        Told(await Copy()).ShouldBe((2, 3, 1));
        foreach (var reference in references)
            (await To.Open(reference, Cancel)).ShouldBe(Data);
        (await To.List(Cancel)).Count.ShouldBe(3);
        (await To.Read(Incidents.Number(1), Cancel)).Texts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_copy_that_broke_off_is_gone_on_with_by_the_next()
    {
        var references = new List<string>();
        foreach (var number in Enumerable.Range(1, 40))
            references.Add(await Seal(number));
        var left = 5;
        var breaksOff = new Interposed(To, before: _ => Interlocked.Decrement(ref left) >= 0 ? Task.CompletedTask : throw new StorageFailedException("broken off"));
        await Should.ThrowAsync<StorageFailedException>(VaultCopy.Run(From, breaksOff, null, Cancel));
        references.Add(await Seal(1)); // the source goes on meanwhile
        (await To.List(Cancel)).Count.ShouldBeLessThan(40);

        Told(await Copy()).ShouldBe((40, 41, 0));

        foreach (var reference in references)
            (await To.Open(reference, Cancel)).ShouldBe(Data);
    }

    [Fact]
    public async Task Another_key_of_the_same_incident_is_refused_and_stays()
    {
        var (other, one) = (await Seal(1), await Seal(2));
        var own = (await To.Seal(Incidents.Number(1), new PersonalData("its own", null), Cancel)).ShouldNotBeNull();
        var report = await Copy();
        report.Refused.ShouldBe([Incidents.Number(1)]);
        Told(report).ShouldBe((1, 1, 0));
        (await To.Open(own, Cancel)).ShouldBe(new PersonalData("its own", null));
        (await To.Open(other, Cancel)).ShouldBeNull();
        (await To.Read(Incidents.Number(1), Cancel)).Texts.Select(text => text.Reference).ShouldBe([own]);
        (await To.Open(one, Cancel)).ShouldBe(Data);
    }

    [Fact]
    public async Task Another_key_saves_nothing_from_an_erasure()
    {
        await Seal(1);
        await From.Erase(Incidents.Number(1), Cancel);
        var own = (await To.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        Told(await Copy()).ShouldBe((0, 0, 1));
        (await To.Open(own, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task No_key_stays_in_memory()
    {
        await Seal(1);
        await Seal(2);
        await To.Seal(Incidents.Number(2), Data, Cancel); // refused: another key
        await Seal(3);
        await To.Erase(Incidents.Number(3), Cancel);
        var keys = new List<byte[]>();
        await VaultCopy.Run(From, new Interposed(To, before: taken =>
        {
            taken.Key.ShouldNotBeNull().ShouldContain(b => b != 0);
            lock (keys)
                keys.Add(taken.Key);
            return Task.CompletedTask;
        }), null, Cancel);
        keys.Count.ShouldBe(3);
        keys.ShouldAllBe(key => key.All(b => b == 0));
    }

    [Fact]
    public async Task It_tells_how_far_it_is()
    {
        foreach (var number in Enumerable.Range(1, 4))
            await Seal(number);
        var shares = new Shares();
        await VaultCopy.Run(From, To, shares, Cancel);
        shares.Told.ShouldBe([0.25, 0.5, 0.75, 1], ignoreOrder: true);
    }

    private protected Task<VaultCopyReport> Copy() => VaultCopy.Run(From, To, null, Cancel);

    private protected async Task<string> Seal(int number) => (await From.Seal(Incidents.Number(number), Data, Cancel)).ShouldNotBeNull();

    private protected static (long Incidents, long Texts, long Erased) Told(VaultCopyReport report) => (report.Incidents, report.Texts, report.Erased);

    /// <summary>One usual, one of several texts, one longer than a property of a table, one of more texts than a transaction of a table takes.</summary>
    private static IEnumerable<(int Incident, PersonalData Data)> Texts() =>
    [
        (1, Data), (2, Data), (2, new PersonalData("more", null)), (3, new PersonalData(new string('穗', 60_000), null)),
        .. Enumerable.Range(0, 200).Select(i => (4, new PersonalData($"{i}", null))),
    ];

    private static string Shown(SealedText text) => $"{text.Reference} {Convert.ToHexString(text.Box)}";

    /// <summary>Something happens between the reading and the writing of an incident.</summary>
    private sealed class Interposed(IVaultStore inner, Func<SealedIncident, Task> before) : IVaultStore
    {
        public async Task<VaultOutcome> Take(SealedIncident sealedIncident, CancellationToken cancel)
        {
            await before(sealedIncident);
            return await inner.Take(sealedIncident, cancel);
        }

        public Task<IReadOnlyList<KeptIncident>> List(CancellationToken cancel) => inner.List(cancel);

        public Task<SealedIncident> Read(IncidentId incident, CancellationToken cancel) => inner.Read(incident, cancel);

        public Task<string?> Seal(IncidentId incident, PersonalData data, CancellationToken cancel = default) => inner.Seal(incident, data, cancel);

        public Task<PersonalData?> Open(string reference, CancellationToken cancel = default) => inner.Open(reference, cancel);

        public Task<bool> Erase(IncidentId incident, CancellationToken cancel = default) => inner.Erase(incident, cancel);
    }

    private sealed class Shares : IProgress<double>
    {
        private readonly List<double> _told = [];

        public IReadOnlyList<double> Told => _told;

        public void Report(double value)
        {
            lock (_told)
                _told.Add(value);
        }
    }
}

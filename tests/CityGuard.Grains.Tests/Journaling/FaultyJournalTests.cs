using System.Globalization;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Grains.Tests.Protocol;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Journaling;

/// <summary>The whole city on a journal that fails by chance: whoever asks again gets on, and the journal breaks no rule.</summary>
public sealed class FaultyJournalTests(ITestOutputHelper output)
{
    private const int Incidents = 30;
    private const double Share = 0.08;

    [Fact]
    public async Task Every_incident_is_worked_to_its_end_on_a_journal_that_fails()
    {
        var seed = Environment.GetEnvironmentVariable("CITYGUARD_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.TickCount;
        output.WriteLine($"seed {seed} (CITYGUARD_SEED={seed} repeats the faults)");
        FaultyJournal faulty = null!;
        await using var city = new City(automatic: true, journal: inner => faulty ??= new FaultyJournal(inner, seed, Share));
        await city.InitializeAsync();
        await city.Fresh();
        var ids = await Task.WhenAll(Enumerable.Range(0, Incidents).Select(n => Worked(city, n)));
        output.WriteLine($"{faulty.BeforeWrite} appends failed before they were written, {faulty.AfterWrite} after, {faulty.Slow} were slow");
        faulty.BeforeWrite.ShouldBePositive();
        faulty.AfterWrite.ShouldBePositive();
        faulty.Slow.ShouldBePositive();
        city.Violations([.. ids.Select(i => i.Value), "p-", "u-", "f-", "x-"]).ShouldBeEmpty();
    }

    private static async Task<IncidentId> Worked(City city, int number)
    {
        var report = City.Theft($"faulty-{number}", $"c-{(number * 7 % 240) + 1:00000}");
        var id = (await Asked(() => city.Incidents.Report(OpenDoor.Key, report))).Id;
        var view = await city.UntilAssigned(id);
        foreach (var step in (string[])["accepted", "enRoute", "onScene", "cleared"])
            await Asked(() => city.Say(view, step));
        await city.Until(id, v => v.State == IncidentState.Closed);
        return id;
    }

    /// <summary>Again and again, as the SDK does, while the answer is that nobody knows.</summary>
    private static async Task<T> Asked<T>(Func<Task<Answer<T>>> ask)
    {
        Answer<T> last = null!;
        await Eventually.Holds(async () => (last = await ask()).Refusal?.Code != RefusalCode.Unavailable, () => $"{last.Refusal}");
        last.Refusal.ShouldBeNull();
        return last.Value!;
    }
}

using CityGuard.Cities;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Field;

/// <summary>A year of the sample city's minimal units, judged by the same rule as the city judges them.</summary>
public sealed class RenewalTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365), Step = TimeSpan.FromMinutes(5);

    [Fact]
    public void Every_unit_stays_ready_for_a_year_by_what_the_field_renews()
    {
        var draft = SampleCity.Draft();
        using var city = new CityModel(draft.Manifest, draft.Parts with { Responders = [.. draft.Parts.Responders.Where(r => r.Id.Value[0] == 'u')] });
        var (play, founded) = (new Play(city: city), default(DateTimeOffset));
        founded = DateTimeOffset.FromUnixTimeMilliseconds(play.Now);
        var terms = city.Rules.TermsOf(city.Rules.Kinds.Single(kind => kind.Id == "emergencyUnit"));

        play.Run(Year, Step);

        var facts = play.Radio.SignIns.Select(s => (s.Responder, s.At, Fact: (ResponderEvent)new SignedIn("guard", s.At)))
            .Concat(play.Radio.Renewals.Select(r => (r.Responder, r.At, Fact: (ResponderEvent)new CheckRenewed(r.Check, "guard", r.At))))
            .OrderBy(f => f.At).ToLookup(f => f.Responder);
        foreach (var unit in city.Responders)
            foreach (var moment in (TimeSpan[])[TimeSpan.FromHours(12), TimeSpan.FromDays(30), Year])
                ReadyUntil(moment, facts[unit.Id.Value]).ShouldBeGreaterThan(founded + moment, $"{unit.Id} after {moment}");

        // It never lapsed in between either, and each check is renewed three times per validity.
        foreach (var unit in city.Responders)
            foreach (var (before, after) in Moments(unit.Id.Value))
                before.ShouldBeGreaterThan(after, $"{unit.Id} had lapsed at {after}");
        play.Radio.Renewals.Where(r => r.Check == "equipment").CountBy(r => r.Responder).ShouldAllBe(u => u.Value >= 36 && u.Value <= 37);
        play.Radio.Renewals.CountBy(r => r.At).Max(m => m.Value).ShouldBeLessThan(8, "60 units, 7 checks, at least ten days");

        DateTimeOffset ReadyUntil(TimeSpan moment, IEnumerable<(string, DateTimeOffset At, ResponderEvent Fact)> told) => ResponderReadiness.ReadyUntil(
            told.Where(f => f.At <= founded + moment).Select(f => f.Fact).Aggregate(ResponderState.Initial, ResponderRules.Evolve), terms, founded);

        IEnumerable<(DateTimeOffset Before, DateTimeOffset At)> Moments(string unit)
        {
            var state = ResponderState.Initial;
            foreach (var (_, at, fact) in facts[unit])
            {
                yield return (ResponderReadiness.ReadyUntil(state, terms, founded), at);
                state = ResponderRules.Evolve(state, fact);
            }
        }
    }

    [Fact]
    public void What_has_lapsed_already_is_renewed_as_soon_as_the_city_says_so()
    {
        var play = new Play { AnswersCrews = false };
        play.Run(TimeSpan.FromMinutes(11));
        var unit = play.Radio.AskedCrews.First(crew => !crew.IsMobile);
        play.Radio.Renewals.Clear();

        play.World.Seen(unit, View(unit.Profile, ["drill", "roster"]), play.Now);

        play.Radio.Renewals.Select(r => (r.Responder, r.Check)).ShouldBe([(unit.Profile.Id.Value, "drill"), (unit.Profile.Id.Value, "roster")]);
    }

    private static Abstractions.Responders.ResponderView View(ResponderProfile unit, string[] missing) => new(
        unit.Id, unit.Kind, unit.Class, unit.CallSign, ResponderStatus.Available, 0, null, null, unit.Post, default, unit.Cell,
        Domain.Areas.AreaId.Parse("s-01-01"), missing, null);
}

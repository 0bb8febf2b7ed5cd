using CityGuard.Cities.Rules;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Rules;

public sealed class DefaultRulesTests
{
    private readonly CityRules _rules = DefaultRules.Read();

    [Fact]
    public void The_types_are_the_fourteen_that_every_city_accepts()
        => _rules.IncidentTypes.Select(t => t.Id).ShouldBe(
            ["theft", "robbery", "violence", "disturbance", "fraud", "traffic", "fire", "medical", "crowd", "hazmat", "flood", "drone", "missing", "other"]);

    [Fact]
    public void A_unit_has_eight_checks_with_a_validity_the_sign_in_by_its_kind()
    {
        _rules.UnitChecks.Select(c => c.Id).ShouldBe(["roster", "equipment", "post", "training", "drill", "communications", "procedure"]);
        _rules.UnitChecks.ShouldAllBe(c => c.ValidDays > 0);
        var terms = _rules.TermsOf(_rules.Kinds.Single(k => k.Id == "emergencyUnit"));
        terms.SignIn.ShouldBe(TimeSpan.FromHours(12));
        terms.Checks.Count.ShouldBe(7);
    }

    [Fact]
    public void Fresh_means_90_seconds_for_a_patrol_five_minutes_for_a_force_that_is_out_and_12_hours_for_a_unit()
    {
        _rules.Kinds.Single(k => k.Id == "patrolGroup").FreshPositionSeconds.ShouldBe(90);
        _rules.Kinds.Single(k => k.Id == "emergencyUnit").SignInSeconds.ShouldBe(12 * 3600);
        _rules.Kinds.Single(k => k.Id == "emergencyUnit").PremisesOnly.ShouldBeTrue();
        _rules.Kinds.Where(k => !k.PremisesOnly && !k.Patrols).Select(k => k.FreshAwaySeconds).ShouldBe([300, 300]);
    }

    [Theory]
    [InlineData("circle-1", 60, 2)]
    [InlineData("circle-3", 180, 2)]
    [InlineData("circle-5", 300, 1)]
    [InlineData("urban", 300, 1)]
    [InlineData("suburban", 600, 1)]
    [InlineData("rural", 900, 1)]
    public void Standards_compile_to_their_rings(string id, int seconds, int kinds)
    {
        var rule = StandardCompiler.Compile(_rules.Standards.Single(s => s.Id == id), [.. _rules.Kinds.Select(k => k.Id)]);
        rule.Rings.Length.ShouldBe(1);
        ((int)rule.Rings.Span[0].Deciseconds).ShouldBe(seconds * 10);
        ((int)rule.Rings.Span[0].DistinctKinds).ShouldBe(kinds);
        ((int)rule.OutermostDeciseconds).ShouldBe(9000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("mall")]
    public void A_fraud_sends_no_car_anywhere(string? trade)
    {
        foreach (var severity in Enum.GetValues<IncidentSeverity>())
        {
            var plan = PlanMatcher.Match(_rules.Plans, "fraud", severity, trade)!.Plan;
            plan.Roles.ShouldBeEmpty();
            plan.Desk.ShouldBe("anti-fraud");
        }
    }

    [Fact]
    public void Everything_else_sends_somebody_who_may_drive()
    {
        foreach (var type in _rules.IncidentTypes.Where(t => t.Id != "fraud"))
            foreach (var severity in Enum.GetValues<IncidentSeverity>())
                foreach (var trade in (string?[])[null, "school", "a trade nobody heard of"])
                    PlanMatcher.Match(_rules.Plans, type.Id, severity, trade)!.Plan.Roles.ShouldContain(r => r.Kinds.Contains("patrolGroup") || r.Kinds.Contains("stationForce"));
    }

    [Theory]
    [InlineData("robbery", IncidentSeverity.Critical, "mall", "first,primary,support,station")]
    [InlineData("violence", IncidentSeverity.High, null, "primary,support,station")]
    [InlineData("robbery", IncidentSeverity.Low, "mall", "first,primary")]
    [InlineData("theft", IncidentSeverity.Low, null, "primary")]
    [InlineData("fire", IncidentSeverity.High, "school", "first,primary,backup")]
    public void Roles_follow_type_severity_and_place(string type, IncidentSeverity severity, string? trade, string roles)
    {
        var plan = PlanMatcher.Match(_rules.Plans, type, severity, trade)!.Plan;
        string.Join(',', plan.Roles.Select(r => r.Role)).ShouldBe(roles);
        if (trade is not null)
            plan.Roles[0].Kinds.ShouldContain("emergencyUnit");
    }

    [Fact]
    public void A_plan_that_says_nothing_of_its_clocks_has_none_and_is_for_every_grade_and_duty_level()
    {
        var plan = DefaultRules.Read().Plans[^1];
        plan.Version.ShouldBe(1);
        plan.Grades.ShouldBeEmpty();
        plan.DutyLevels.ShouldBeEmpty();
        plan.Clocks.ShouldBe(PlanClocks.Default);
        plan.Checklist.ShouldBeEmpty();
        plan.Supplies.ShouldBeEmpty();
    }
}

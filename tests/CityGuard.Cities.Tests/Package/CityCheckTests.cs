using CityGuard.Cities.Package;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Targets;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Package;

public sealed class CityCheckTests
{
    private readonly CityParts _parts = SampleCity.Draft().Parts;

    [Fact]
    public void A_sound_city_passes() => CityCheck.Check(_parts);

    [Fact]
    public void A_responder_in_an_unknown_cell_is_refused()
        => Refuse(_parts with { Responders = [_parts.Responders[0] with { Cell = CellId.Parse("c-nowhere") }] }, "unknown cell");

    [Fact]
    public void A_responder_in_an_unknown_target_is_refused()
        => Refuse(_parts with { Responders = [_parts.Responders[0] with { Premises = TargetId.Parse("t-nowhere") }] }, "unknown target");

    [Fact]
    public void An_id_that_occurs_twice_is_refused()
    {
        Refuse(_parts with { Responders = [_parts.Responders[0], _parts.Responders[0]] }, "responder id occurs twice");
        Refuse(_parts with { Targets = [.. _parts.Targets, _parts.Targets[0]] }, "target id occurs twice");
        Refuse(_parts with { Areas = [.. _parts.Areas, _parts.Areas[0]] }, "area id occurs twice");
    }

    [Fact]
    public void A_target_with_an_unknown_standard_is_refused()
        => Refuse(_parts with { Targets = _parts.Targets.SetItem(0, _parts.Targets[0] with { Standard = "circle-9" }) }, "unknown cell or standard");

    [Fact]
    public void Rules_that_name_an_unknown_kind_are_refused()
        => Refuse(_parts with { Rules = _parts.Rules with { Kinds = _parts.Rules.Kinds.RemoveAt(1) } }, "unknown kind");

    [Fact]
    public void Rules_without_a_plan_for_everything_are_refused()
        => Refuse(_parts with { Rules = _parts.Rules with { Plans = [.. _parts.Rules.Plans.Where(p => p.Id != "default")] } }, "no plan is for every incident");

    [Fact]
    public void A_second_sign_in_among_the_unit_checks_is_refused()
    {
        var checks = _parts.Rules.UnitChecks;
        Refuse(_parts with { Rules = _parts.Rules with { UnitChecks = checks.Add(checks[0] with { Id = "signIn" }) } }, "'signIn' is among the unit checks");
        Refuse(_parts with { Rules = _parts.Rules with { UnitChecks = checks.Add(checks[0]) } }, "check occurs twice");
        Refuse(_parts with { Rules = _parts.Rules with { UnitChecks = checks.SetItem(0, checks[0] with { ValidDays = 0 }) } }, "never valid");
    }

    [Fact]
    public void Neighbour_cities_that_come_from_nowhere_or_send_nobody_known_are_refused()
    {
        var near = new PartnerCity("near", new BilingualName("近市", "Near"), CellId.Parse("c-00001"), [new PartnerForce("specialPolice", 2, 600, ["armed"])]);
        CityCheck.Check(Partners(near));
        Refuse(Partners(near, near), "neighbour city occurs twice");
        Refuse(Partners(near with { Gate = CellId.Parse("c-nowhere") }), "unknown cell");
        Refuse(Partners(near with { Forces = [new PartnerForce("cavalry", 2, 600)] }), "unknown kind or capability");
        Refuse(Partners(near with { Forces = [new PartnerForce("specialPolice", 0, 600)] }), "none of them");
        Refuse(Partners(near with { Forces = [.. near.Forces, near.Forces[0]] }), "one kind twice");

        CityParts Partners(params PartnerCity[] partners) => _parts with { Rules = _parts.Rules with { Partners = partners } };
    }

    [Fact]
    public void Cells_out_of_order_or_off_the_road_are_refused()
    {
        var columns = CellColumns.Of(_parts.Cells);
        Refuse(Cells(columns with { Sector = columns.Sector.SetItem(0, 3) }), "not in the sector");
        Refuse(Cells(columns with { Sectors = columns.Sectors.RemoveAt(5) }), "do not cover");
        Refuse(Cells(columns with { Node = columns.Node.SetItem(7, 1_000_000) }), "no road node");
        Refuse(Cells(columns with { Fringe = [] }), "not equally long");

        CityParts Cells(CellColumns changed) => _parts with { Cells = changed.With(_parts.Cells.Centres, _parts.Cells.Outlines) };
    }

    [Fact]
    public void Hours_outside_the_week_or_out_of_order_are_refused()
    {
        Refuse(Hours(new MinuteSpan(0, OpeningHours.Week + 1)), "out of order or outside the week");
        Refuse(Hours(new MinuteSpan(-60, 60)), "out of order or outside the week");
        Refuse(Hours(new MinuteSpan(600, 600)), "out of order or outside the week");
        Refuse(Hours(new MinuteSpan(600, 700), new MinuteSpan(500, 550)), "out of order or outside the week");

        CityParts Hours(params MinuteSpan[] spans) => _parts with { Targets = _parts.Targets.SetItem(0, _parts.Targets[0] with { Hours = new OpeningHours(spans) }) };
    }

    [Fact]
    public void Areas_out_of_order_or_without_a_parent_are_refused()
    {
        Refuse(_parts with { Areas = _parts.Areas.SetItem(2, _parts.Areas[2] with { Parent = AreaId.Parse("d-99") }) }, "does not stand after the area above it");
        Refuse(_parts with { Areas = _parts.Areas.SetItem(2, _parts.Areas[2] with { Parent = null }) }, "does not stand after the area above it");
        Refuse(_parts with { Areas = _parts.Areas.SetItem(0, _parts.Areas[1]).SetItem(1, _parts.Areas[0]) }, "does not stand after the area above it");
    }

    [Fact]
    public void Cells_of_what_is_no_beat_of_their_sector_or_no_community_are_refused()
    {
        var columns = CellColumns.Of(_parts.Cells);
        Refuse(Cells(columns with { Beat = columns.Beat.SetItem(0, _parts.Areas.Length) }), "none of its sector");
        Refuse(Cells(columns with { Beat = columns.Beat.SetItem(0, columns.Beat[^1]) }), "none of its sector");
        Refuse(Cells(columns with { Community = columns.Community.SetItem(0, columns.Beat[0]) }), "a community that is none");
        Refuse(Cells(columns with { Community = columns.Community.SetItem(0, -2) }), "a community that is none");

        CityParts Cells(CellColumns changed) => _parts with { Cells = changed.With(_parts.Cells.Centres, _parts.Cells.Outlines) };
    }

    [Fact]
    public void Travel_times_that_end_before_a_standard_are_refused()
    {
        var standards = _parts.Rules.Standards;
        Refuse(_parts with { Rules = _parts.Rules with { Standards = standards.SetItem(0, standards[0] with { OutermostSeconds = SampleCity.LimitSeconds + 1 }) } }, "before the outermost limit");
    }

    [Fact]
    public void A_clockwise_outline_is_refused()
    {
        var outlines = _parts.Cells.Outlines.SetItem(4, [.. _parts.Cells.Outlines[4].Reverse()]);
        Refuse(_parts with { Cells = CellColumns.Of(_parts.Cells).With(_parts.Cells.Centres, outlines) }, "clockwise");
    }

    private static void Refuse(CityParts parts, string because)
        => Should.Throw<CityPackageException>(() => CityCheck.Check(parts)).Message.ShouldContain(because);
}

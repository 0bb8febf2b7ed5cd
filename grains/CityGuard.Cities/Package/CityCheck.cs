using CityGuard.Cities.Roads;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Package;

/// <summary>Refuses to save a city that contradicts itself: what the actors rely on is checked once, where it is made.</summary>
internal static class CityCheck
{
    public static void Check(CityParts parts)
    {
        Cells(parts);
        Areas(parts);
        Roads(parts);
        People(parts);
        Rules(parts);
        Demand(parts);
    }

    private static void Cells(CityParts parts)
    {
        var (cells, count) = (parts.Cells, parts.Cells.Count);
        int[] lengths =
        [
            cells.Centres.Length, cells.Outlines.Length, cells.Sector.Length, cells.Beat.Length, cells.Community.Length,
            cells.Residents.Length, cells.Setting.Length, cells.Standard.Length, cells.Node.Length, cells.Fringe.Length,
        ];
        Require(count > 0, "the city has no cells");
        Require(lengths.All(l => l == count), "the columns of the cells are not equally long");
        Require(cells.Ids.Distinct().Count() == count, "a cell id occurs twice");
        var next = 0;
        for (var s = 0; s < cells.Sectors.Length; s++)
        {
            var sector = cells.Sectors[s];
            Require(sector.First == next && sector.Count > 0, $"sector {s} does not follow the one before it");
            for (var cell = sector.First; cell < sector.First + sector.Count; cell++)
                Require(cell < count && cells.Sector[cell] == s, $"cell {cell} is not in the sector whose range holds it");
            next += sector.Count;
        }

        Require(next == count, "the sectors do not cover the cells");
        for (var cell = 0; cell < count; cell++)
        {
            Require(cells.Node[cell] >= 0 && cells.Node[cell] < parts.Roads.NodeCount, $"cell {cells.Ids[cell]} stands on no road node");
            Require(cells.Outlines[cell].Length >= 4 && cells.Outlines[cell][0] == cells.Outlines[cell][^1], $"the outline of cell {cells.Ids[cell]} is not closed");
            Require(Outline.SignedSquareMetres(cells.Outlines[cell].AsSpan()) > 0, $"the outline of cell {cells.Ids[cell]} runs clockwise");
        }

        Require(parts.Areas.Select(a => a.Id).Distinct().Count() == parts.Areas.Length, "an area id occurs twice");
        Require(parts.Travel.OriginCount == count, "the travel table has another number of cells");
    }

    private static void Areas(CityParts parts)
    {
        var (areas, cells) = (parts.Areas, parts.Cells);
        var places = areas.Select((area, i) => (area.Id, i)).ToDictionary(a => a.Id, a => a.i);
        for (var i = 0; i < areas.Length; i++)
            Require(
                (areas[i].Parent is null) == (i == 0) && (areas[i].Parent is not { } parent || (places.TryGetValue(parent, out var above) && above < i)),
                $"area {areas[i].Id} does not stand after the area above it, or stands beside the city");
        foreach (var sector in cells.Sectors)
            Require(Is(sector.Area, AreaKind.Sector) && Is(sector.District, AreaKind.District), "a range of cells belongs to no sector, or its sector to no district");
        for (var cell = 0; cell < cells.Count; cell++)
        {
            Require(
                cells.Beat[cell] == -1 || (Is(cells.Beat[cell], AreaKind.Beat) && areas[cells.Beat[cell]].Parent == areas[cells.Sectors[cells.Sector[cell]].Area].Id),
                $"cell {cells.Ids[cell]} is of a beat that is none of its sector");
            Require(cells.Community[cell] == -1 || Is(cells.Community[cell], AreaKind.Community), $"cell {cells.Ids[cell]} is of a community that is none");
        }

        bool Is(int area, AreaKind kind) => area >= 0 && area < areas.Length && areas[area].Kind == kind;
    }

    private static void Roads(CityParts parts)
    {
        var first = parts.Roads.FirstArc.Span;
        Require(first.Length == parts.Roads.NodeCount + 1 && first[^1] == parts.Roads.ArcCount, "the rows of the road graph do not fit its arcs");
        foreach (var head in parts.Roads.Head.Span)
            Require(head >= 0 && head < parts.Roads.NodeCount, "an arc leads nowhere");
        foreach (var cost in parts.Roads.Milliseconds.Span)
            Require(cost > 0 && cost % RoadGraph.TickMilliseconds == 0, "an arc takes no time, or no whole number of ticks");
        Require(parts.Roads.PassOnly.IsEmpty || (parts.Roads.PassOnly.Length == parts.Roads.NodeCount && parts.Roads.PassOnly.Span.Contains(false)), "not every node is known to be one where vehicles stop or pass, or none is");
        Require(parts.Roads.Street.IsEmpty || parts.Roads.Street.Length == parts.Roads.ArcCount, "not every arc has its street");
        foreach (var street in parts.Roads.Street.Span)
            Require(street >= -1 && street < parts.Streets.Length, "an arc is of an unknown street");
    }

    private static void People(CityParts parts)
    {
        var cells = parts.Cells.Ids.ToHashSet();
        var targets = parts.Targets.Select(t => t.Id).ToHashSet();
        var kinds = parts.Rules.Kinds.Select(k => k.Id).ToHashSet();
        var standards = parts.Rules.Standards.Select(s => s.Id).ToHashSet();
        Require(targets.Count == parts.Targets.Length, "a target id occurs twice");
        Require(parts.Responders.Select(r => r.Id).Distinct().Count() == parts.Responders.Length, "a responder id occurs twice");
        foreach (var r in parts.Responders)
        {
            Require(kinds.Contains(r.Kind), $"responder {r.Id} is of the unknown kind '{r.Kind}'");
            Require(cells.Contains(r.Cell), $"responder {r.Id} is posted in an unknown cell");
            Require(r.Premises is null || targets.Contains(r.Premises.Value), $"responder {r.Id} stands in an unknown target");
            Require(r.Capabilities.All(parts.Rules.Capabilities.Contains), $"responder {r.Id} has an unknown capability");
        }

        foreach (var t in parts.Targets)
        {
            Require(cells.Contains(t.Cell) && standards.Contains(t.Standard), $"target {t.Id} has an unknown cell or standard");
            var end = 0;
            foreach (var span in t.Hours.Spans)
            {
                Require(span.From >= end && span.Until > span.From && span.Until <= OpeningHours.Week, $"the hours of target {t.Id} are out of order or outside the week");
                end = span.Until;
            }
        }

        foreach (var standard in parts.Cells.Standard.Distinct())
            Require(standards.Contains(standard), $"cells have the unknown standard '{standard}'");
    }

    private static void Rules(CityParts parts)
    {
        var rules = parts.Rules;
        var kinds = rules.Kinds.Select(k => k.Id).ToHashSet();
        Require(kinds.Count == rules.Kinds.Length && kinds.Count is > 0 and <= 64, "there must be 1 to 64 different kinds");
        foreach (var kind in rules.Standards.SelectMany(s => s.Rings).SelectMany(r => r.Kinds).Concat(rules.Plans.SelectMany(p => p.Roles).SelectMany(r => r.Kinds)))
            Require(kinds.Contains(kind), $"the rules name the unknown kind '{kind}'");
        var types = rules.IncidentTypes.Select(t => t.Id).ToHashSet();
        foreach (var type in rules.Plans.SelectMany(p => p.Types).Concat(parts.Demand.Mix.Select(m => m.Type)))
            Require(types.Contains(type), $"plans or demand name the unknown incident type '{type}'");
        Require(rules.Plans.Any(p => p.Types.Count + p.Severities.Count + p.Trades.Count == 0), "no plan is for every incident");
        // Beyond the travel table nobody is known to come: a place would be dark though somebody is within its outermost limit.
        foreach (var standard in rules.Standards)
            Require(!(standard.OutermostSeconds > parts.Travel.LimitSeconds), $"travel times end at {parts.Travel.LimitSeconds} s, before the outermost limit of standard '{standard.Id}'");
        Require(rules.Duty.Length > 0, "there is no duty level");
        Duty(rules);
        Require(rules.UnitChecks.All(c => c.Id != ResponderReadiness.SignIn), $"'{ResponderReadiness.SignIn}' is among the unit checks; its validity is the kind's own");
        Require(rules.UnitChecks.Select(c => c.Id).Distinct().Count() == rules.UnitChecks.Length, "a unit check occurs twice");
        Require(rules.UnitChecks.All(c => c.ValidDays > 0), "a unit check is never valid");
        Course(rules.Course);
        GridEvents(rules.GridEvents);
        Stocks(parts);
        Partners(parts);
        Periods(parts);
    }

    private static void Periods(CityParts parts)
    {
        var (periods, districts) = (parts.Rules.Periods, parts.Areas.Where(a => a.Kind == AreaKind.District).Select(a => a.Id.Value).ToHashSet());
        Require(periods.DistinctBy(p => p.Id).Count() == periods.Count, "a period of travel times occurs twice");
        var end = 0;
        foreach (var span in periods.SelectMany(p => p.Spans).OrderBy(s => s.From))
        {
            Require(span.From >= end && span.Until > span.From && span.Until <= OpeningHours.Week, "periods of travel times overlap or lie outside the week");
            end = span.Until;
        }

        foreach (var period in periods)
        {
            Require(period.Roads.Values.Concat(period.Districts.Values).All(f => f is >= TravelPeriod.Least and <= TravelPeriod.Most), $"travel period '{period.Id}' has a factor outside {TravelPeriod.Least} to {TravelPeriod.Most}");
            Require(period.Districts.Keys.All(districts.Contains), $"travel period '{period.Id}' names an unknown district");
        }
    }

    private static void Duty(CityRules rules)
    {
        Require(rules.Duty.Select(level => level.Level).Distinct().Count() == rules.Duty.Length, "a duty level occurs twice");
        foreach (var level in rules.Duty)
        {
            foreach (var (standard, factor) in level.Circles)
                Require(rules.Standards.Any(s => s.Id == standard) && factor is > 0 and <= 1, $"duty level '{level.Level}' draws the unknown standard '{standard}' closer, or by no factor above 0 to 1");
            Require(!(level.SignInSeconds <= 0), $"duty level '{level.Level}' asks for a sign-in in no time");
            Require(level.MassForces.Select(layer => layer.Id).Distinct().Count() == level.MassForces.Count, $"duty level '{level.Level}' calls up a layer twice");
        }
    }

    private static void Course(CourseRules course)
    {
        foreach (var channel in course.TrustedChannels)
            Require(ReportChannels.All.Any(known => known.Id == channel), $"the unknown channel '{channel}' is trusted");
        foreach (var standard in course.IntervalStandards)
            Require(IntervalStandard.Intervals.Contains(standard.Interval) && standard.Seconds > 0, $"the standard of '{standard.Interval}' is for no known interval, or takes no time");
        foreach (var codes in (IReadOnlyList<NamedCode>[])[course.FalseAlarmReasons, course.FeedbackResults])
            Require(codes.Count > 0 && codes.Select(code => code.Id).Distinct().Count() == codes.Count, "reasons of a false alarm or results of a feedback are missing, or one occurs twice");
    }

    private static void Stocks(CityParts parts)
    {
        var (stocks, plans) = (parts.Rules.Stocks, parts.Rules.Plans);
        var items = stocks.Items.Select(item => item.Id).ToHashSet();
        Require(items.Count == stocks.Items.Count, "an item of the stocks occurs twice");
        foreach (var item in stocks.Usual.Select(u => u.Item).Concat(stocks.Lines.Select(l => l.Item)).Concat(plans.SelectMany(p => p.Supplies).Select(s => s.Item)))
            Require(items.Contains(item), $"stocks or plans name the unknown item '{item}'");
        Require(stocks.Usual.Select(u => u.Count).Concat(stocks.Lines.Select(l => l.Count)).All(count => count is >= 0 and <= StockRules.Most), $"a stock begins with less than nothing or more than {StockRules.Most}");
        Require(stocks.Usual.DistinctBy(u => (u.Kind, u.Item)).Count() == stocks.Usual.Count && stocks.Lines.DistinctBy(l => (l.Area, l.Item)).Count() == stocks.Lines.Count, "a stock is given twice");
        foreach (var kind in stocks.Usual.Select(u => u.Kind).Concat(stocks.Lines.Select(line => parts.Areas.FirstOrDefault(a => a.Id == line.Area)?.Kind ?? AreaKind.Beat)))
            Require(kind is AreaKind.City or AreaKind.District or AreaKind.Sector, "a stock is kept by an area that is no station, district or city, or is unknown");
        foreach (var plan in plans)
            Require(plan.Supplies.All(s => s.Count > 0) && plan.Supplies.DistinctBy(s => s.Item).Count() == plan.Supplies.Count, $"plan '{plan.Id}' draws an item twice or none of it");
    }

    private static void Partners(CityParts parts)
    {
        var (partners, cells) = (parts.Rules.Partners, parts.Cells.Ids.ToHashSet());
        Require(partners.DistinctBy(p => p.Id).Count() == partners.Count, "a neighbour city occurs twice");
        foreach (var partner in partners)
        {
            Require(cells.Contains(partner.Gate), $"the forces of neighbour city '{partner.Id}' come in by the unknown cell {partner.Gate}");
            Require(partner.Forces.DistinctBy(f => f.Kind).Count() == partner.Forces.Count, $"neighbour city '{partner.Id}' has forces of one kind twice");
            foreach (var force in partner.Forces)
                Require(
                    parts.Rules.Kinds.Any(kind => kind.Id == force.Kind) && force is { Count: > 0, GateSeconds: >= 0 } && force.Capabilities.All(parts.Rules.Capabilities.Contains),
                    $"neighbour city '{partner.Id}' has forces of an unknown kind or capability, none of them, or at the gate before they are asked");
        }
    }

    private static void GridEvents(GridEventTerms terms)
    {
        foreach (var ids in (IEnumerable<string>[])[terms.Departments.Select(d => d.Id), terms.Categories.Select(c => c.Id), terms.Results.Select(r => r.Id), terms.RejectReasons.Select(r => r.Id), terms.Grades.Select(g => g.Id)])
            Require(ids.Any() && ids.Distinct().Count() == ids.Count(), "departments, categories, results, reasons or grades of grid events are missing, or one occurs twice");
        foreach (var category in terms.Categories)
        {
            Require(category.Department is null || terms.Departments.Any(d => d.Id == category.Department), $"grid events of category '{category.Id}' go to the unknown department '{category.Department}'");
            Require(category.Due.IsValid, $"a step of grid events of category '{category.Id}' takes no time");
        }

        Require(terms.Grades[^1] is { MostLate: null, MostFailed: null }, "the last grade of grid events does not fit them all");
        Require(terms.ClimbSeconds > 0, "grid events climb in no time");
    }

    private static void Demand(CityParts parts)
    {
        var demand = parts.Demand;
        Require(demand.CellShare.Length == parts.Cells.Count, "demand is not given for each cell");
        Require(Math.Abs(demand.CellShare.Sum(s => (double)s) - 1) < 1e-3, "the cells' shares of demand do not add to 1");
        Require(Math.Abs(demand.Mix.Sum(m => m.Share) - 1) < 1e-6, "the mix of demand does not add to 1");
        Require(demand.HourFactor.Length == 168 && Math.Abs(demand.HourFactor.Average() - 1) < 1e-3, "the hours' factors are not 168 of mean 1");
    }

    private static void Require(bool holds, string complaint)
    {
        if (!holds)
            throw new CityPackageException($"The city cannot be saved: {complaint}.");
    }
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;

namespace CityGuard.Grains.Front;

/// <summary>What a report must be before an incident hears of it.</summary>
internal static class ReportCheck
{
    private const int Source = 100, SourceId = 200, Type = 64, Channel = 40, Description = 4_000, CallerPhone = 40, Fatalities = 100_000;

    public static Answer<OpenIncident> Check(CityIndex index, IncidentReport? report, DateTimeOffset now)
    {
        if (report is null)
            return Malformed("a report is missing");
        var text = Text(report.Source, 1, Source, "source") ?? Text(report.SourceId, 1, SourceId, "sourceId") ?? Text(report.Type, 1, Type, "type")
            ?? Text(report.Channel, 0, Channel, "channel") ?? Found(index, report);
        if (text is not null)
            return text;
        if (report.Description?.Length > Description || report.CallerPhone?.Length > CallerPhone)
            return new Refusal(RefusalCode.TooLarge, $"description has at most {Description} characters, callerPhone {CallerPhone}");
        if (!Enum.IsDefined(report.Severity))
            return Malformed("severity is none of low, medium, high, critical");
        if (!index.City.Rules.IncidentTypes.Any(type => type.Id == report.Type))
            return new Refusal(RefusalCode.Unprocessable, $"type '{report.Type}' is not known here");
        if (report.OccurredAt > now + IncidentRules.Tolerance)
            return new Refusal(RefusalCode.Unprocessable, "occurredAt lies in the future");
        var located = index.Locate(report.Location);
        if (located.Refusal is { } nowhere)
            return nowhere;

        var (place, cell, target) = located.Value;
        var personal = new PersonalData(report.Description, report.CallerPhone);
        return new OpenIncident(
            report.Source, report.SourceId, report.Type, report.Severity, place, cell, target, report.OccurredAt?.ToUniversalTime(), now, report.Channel,
            personal.IsEmpty ? null : personal, report.Fatalities, report.Finder is { } id && index.City.TryResponder(id, out var finder) ? finder : -1);
    }

    private static Refusal? Found(CityIndex index, IncidentReport report)
    {
        if (Transfers.IsReserved(report.Source, report.SourceId))
            return new Refusal(RefusalCode.Unprocessable, $"source {report.Source} with the id of an event is what the event becomes: hand it over instead");
        if (!ReportChannels.IsKnown(report.Channel))
            return new Refusal(RefusalCode.Unprocessable, $"channel '{report.Channel}' is none of {string.Join(", ", ReportChannels.All.Select(channel => channel.Id))}");
        if (report.Fatalities is < 0 or > Fatalities)
            return Malformed($"fatalities is 0 to {Fatalities}");
        if (report.Finder is null)
            return null;
        if (!ReportChannels.IsFound(report.Channel))
            return new Refusal(RefusalCode.Unprocessable, $"a finder goes with channel {ReportChannels.Patrol} or {ReportChannels.GridWorker}");
        return index.City.TryResponder(report.Finder, out _) ? null : new Refusal(RefusalCode.Unprocessable, $"finder '{Places.Short(report.Finder)}' is no responder of the city");
    }

    /// <summary>A text of a length, without control characters; null: it is fine.</summary>
    public static Refusal? Text(string? text, int least, int most, string name)
    {
        if (text is null)
            return least == 0 ? null : Malformed($"{name} is missing");
        if (text.Length > most)
            return new Refusal(RefusalCode.TooLarge, $"{name} has at most {most} characters");
        return text.Length < least || text.Any(char.IsControl)
            ? Malformed($"{name} must be {least} to {most} characters, none of them control characters")
            : null;
    }

    private static Refusal Malformed(string reason) => new(RefusalCode.Malformed, reason);
}

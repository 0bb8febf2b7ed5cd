using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Grains.GridEvents;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Front;

/// <summary>What a report of a grid event must be before the event hears of it.</summary>
internal static class GridEventCheck
{
    private const int Source = 100, SourceId = 200, Description = 4_000, CallerPhone = 40;

    public static Answer<OpenGridEvent> Check(CityIndex index, GridEventReport? report, Caller caller, DateTimeOffset now)
    {
        if (report is null)
            return new Refusal(RefusalCode.Malformed, "a report is missing");
        if ((ReportCheck.Text(report.Source, 1, Source, "source") ?? ReportCheck.Text(report.SourceId, 1, SourceId, "sourceId")) is { } text)
            return text;
        if (Transfers.IsReserved(report.Source, report.SourceId))
            return new Refusal(RefusalCode.Unprocessable, $"source {report.Source} with the id of an incident is what the incident becomes: hand it over instead");
        if (report.Description?.Length > Description || report.CallerPhone?.Length > CallerPhone)
            return new Refusal(RefusalCode.TooLarge, $"description has at most {Description} characters, callerPhone {CallerPhone}");
        if (index.City.Rules.GridEvents.Category(report.Category) is null)
            return new Refusal(RefusalCode.Unprocessable, $"category '{Places.Short(report.Category ?? "")}' is none of {string.Join(", ", index.City.Rules.GridEvents.Categories.Select(c => c.Id))}");
        if (!ReportChannels.IsKnown(report.Channel))
            return new Refusal(RefusalCode.Unprocessable, $"channel '{Places.Short(report.Channel!)}' is none of {string.Join(", ", ReportChannels.All.Select(channel => channel.Id))}");
        if (report.Collector is { } collector && !index.City.TryResponder(collector, out _))
            return new Refusal(RefusalCode.Unprocessable, $"collector '{Places.Short(collector)}' is no responder of the city");
        if (report.OccurredAt > now + IncidentRules.Tolerance)
            return new Refusal(RefusalCode.Unprocessable, "occurredAt lies in the future");
        var located = index.Locate(report.Location);
        if (located.Refusal is { } nowhere)
            return nowhere;
        var (place, cell, target) = located.Value;
        var personal = new PersonalData(report.Description, report.CallerPhone);
        return new OpenGridEvent(
            report.Source, report.SourceId, report.Category, place, cell, target, report.OccurredAt?.ToUniversalTime(), now, report.Channel,
            new Who(caller.Name, caller.Role is not null, report.Collector), personal.IsEmpty ? null : personal);
    }
}

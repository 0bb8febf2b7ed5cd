using System.Globalization;
using System.Net.Http.Json;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;
using Polly.Timeout;

namespace CityGuard.Client.Transports;

/// <summary>The city over HTTP, by its public API.</summary>
internal sealed partial class HttpTransport : ICityTransport
{
    private readonly HttpClient _http;

    public HttpTransport(CityGuardClientOptions options)
    {
        _http = new HttpClient(HttpPipeline.Build(options), disposeHandler: options.HttpHandler is null)
        {
            // Relative paths replace the last segment of a base without a trailing slash.
            BaseAddress = new Uri(options.BaseAddress!.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan, // the pipeline bounds each attempt
        };
        if (options.ApiKey is not null)
            _http.DefaultRequestHeaders.Add(ApiRoutes.KeyHeader, options.ApiKey);
    }

    public Task<ReportReceipt> Report(IncidentReport report, CancellationToken cancellationToken)
        => Post<IncidentReport, ReportReceipt>(ApiRoutes.Incidents, report, CallKind.Durable, cancellationToken);

    public Task<IncidentView> Incident(IncidentId incident, CancellationToken cancellationToken)
        => Get<IncidentView>(Fill(ApiRoutes.Incident, incident.Value), CallKind.Repeatable, cancellationToken);

    public Task<IReadOnlyList<IncidentLine>> OpenIncidents(AreaId area, int most, CancellationToken cancellationToken)
        => Get<IReadOnlyList<IncidentLine>>(Listing(ApiRoutes.Incidents, area, most), CallKind.Repeatable, cancellationToken);

    public async Task SetAutomatic(AreaId area, AutomaticCommand command, CancellationToken cancellationToken)
        => (await Send(HttpMethod.Post, Fill(ApiRoutes.Automatic, area.Value, "{area}"), Body(command), CallKind.Repeatable, cancellationToken)).Dispose();

    public Task<IncidentView> Recall(IncidentId incident, RecallCommand command, CancellationToken cancellationToken)
        => Post<RecallCommand, IncidentView>(Fill(ApiRoutes.Recall, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Reassign(IncidentId incident, ReassignCommand command, CancellationToken cancellationToken)
        => Post<ReassignCommand, IncidentView>(Fill(ApiRoutes.Reassign, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Add(IncidentId incident, AddCommand command, CancellationToken cancellationToken)
        => Post<AddCommand, IncidentView>(Fill(ApiRoutes.Add, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Close(IncidentId incident, CloseCommand command, CancellationToken cancellationToken)
        => Post<CloseCommand, IncidentView>(Fill(ApiRoutes.Close, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<PositionReceipt> ReportPositions(IReadOnlyList<PositionReport> positions, CancellationToken cancellationToken)
        => Post<IReadOnlyList<PositionReport>, PositionReceipt>(ApiRoutes.Positions, positions, CallKind.Repeatable, cancellationToken);

    public async Task ReportStatus(ResponderId responder, StatusReport status, CancellationToken cancellationToken)
        => (await Send(HttpMethod.Post, Fill(ApiRoutes.Status, responder.Value), Body(status), CallKind.Durable, cancellationToken)).Dispose();

    public Task<ResponderView> Responder(ResponderId responder, CancellationToken cancellationToken)
        => Get<ResponderView>(Fill(ApiRoutes.Responder, responder.Value), CallKind.Repeatable, cancellationToken);

    public async Task<OrderBatch> Orders(string responderOrArea, string after, TimeSpan wait, CancellationToken cancellationToken)
    {
        var seconds = wait.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var path = $"{ApiRoutes.Orders}?responder={Uri.EscapeDataString(responderOrArea)}&after={Uri.EscapeDataString(after)}&wait={seconds}";
        using var response = await Send(HttpMethod.Get, path, null, CallKind.Poll, cancellationToken, wait);
        return await ProblemReader.ReadMessage<OrderBatch>(response, cancellationToken);
    }

    public Task<CircleView> Cell(CellId cell, CancellationToken cancellationToken)
        => Get<CircleView>(Fill(ApiRoutes.CellReadiness, cell.Value), CallKind.Repeatable, cancellationToken);

    public Task<CircleView> Target(TargetId target, CancellationToken cancellationToken)
        => Get<CircleView>(Fill(ApiRoutes.TargetReadiness, target.Value), CallKind.Repeatable, cancellationToken);

    public Task<ReadinessSummary> Readiness(AreaId area, CancellationToken cancellationToken)
        => Get<ReadinessSummary>($"{ApiRoutes.Readiness}?area={Uri.EscapeDataString(area.Value)}", CallKind.Repeatable, cancellationToken);

    public Task<IReadOnlyList<FragileTarget>> Fragile(AreaId area, int most, CancellationToken cancellationToken)
        => Get<IReadOnlyList<FragileTarget>>(Listing(ApiRoutes.FragileTargets, area, most), CallKind.Repeatable, cancellationToken);

    public Task<CityHealth> Health(CancellationToken cancellationToken)
        => Get<CityHealth>(ApiRoutes.Ready, CallKind.Probe, cancellationToken);

    public void Dispose() => _http.Dispose();

    private static string Fill(string template, string id, string slot = "{id}") => template.Replace(slot, Uri.EscapeDataString(id), StringComparison.Ordinal);

    private static string Listing(string path, AreaId area, int most)
        => string.Create(CultureInfo.InvariantCulture, $"{path}?area={Uri.EscapeDataString(area.Value)}&most={most}");

    private static JsonContent Body<T>(T body) => JsonContent.Create(body, options: CityGuardJson.Options);

    private Task<T> Get<T>(string path, CallKind kind, CancellationToken cancellationToken)
        => Exchange<T>(HttpMethod.Get, path, null, kind, cancellationToken);

    private Task<TAnswer> Post<TBody, TAnswer>(string path, TBody body, CallKind kind, CancellationToken cancellationToken)
        => Exchange<TAnswer>(HttpMethod.Post, path, Body(body), kind, cancellationToken);

    private async Task<T> Exchange<T>(HttpMethod method, string path, HttpContent? content, CallKind kind, CancellationToken cancellationToken)
    {
        using var response = await Send(method, path, content, kind, cancellationToken);
        return await ProblemReader.ReadMessage<T>(response, cancellationToken);
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, CallKind kind, CancellationToken cancellationToken, TimeSpan wait = default)
    {
        using var request = new HttpRequestMessage(method, new Uri(path.TrimStart('/'), UriKind.Relative)) { Content = content };
        request.Options.Set(HttpPipeline.Kind, kind);
        request.Options.Set(HttpPipeline.Wait, wait);
        try
        {
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            // A city that is not ready says so with 503 and the same message: for health that is the answer.
            if (response.IsSuccessStatusCode || (kind == CallKind.Probe && ProblemReader.IsMessage(response)))
                return response;
            using (response)
                throw await ProblemReader.Read(response, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            var unknown = !HttpPipeline.NeverLeft(exception);
            throw new CityGuardException(RefusalCode.Unavailable, $"The city did not answer: {exception.Message}", isOutcomeUnknown: unknown, inner: exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new CityGuardException(RefusalCode.Unavailable, "The city did not answer in time.", isOutcomeUnknown: true, inner: exception);
        }
    }
}

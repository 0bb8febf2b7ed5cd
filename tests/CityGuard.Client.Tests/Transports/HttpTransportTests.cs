using System.Net;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;
using static CityGuard.Client.Tests.Transports.ScriptedHandler;

namespace CityGuard.Client.Tests.Transports;

public sealed class HttpTransportTests
{
    private const string Receipt = """{"id":"i-AAAAAAAAAAAAAAAAAAAAAA","created":true,"version":1}""";
    private const string NoPositions = """{"accepted":1000,"rejected":[{"index":2,"reason":"outside the city"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_posted_with_its_key_and_exact_shape()
    {
        var handler = new ScriptedHandler(Json(HttpStatusCode.Created, Receipt));
        using var client = new CityGuardClient(Samples.Options(handler));

        var receipt = await client.ReportIncidentAsync(Samples.Report(), Token);

        receipt.ShouldBe(new ReportReceipt(Samples.Incident, true, 1));
        var (line, key, body) = handler.Asked.ShouldHaveSingleItem();
        line.ShouldBe("POST /api/v1/incidents");
        key.ShouldBe("cg_key");
        body.ShouldBe("""{"source":"110","sourceId":"1","type":"theft","severity":"high","location":{"lat":23.1,"lon":113.3,"crs":null,"target":null,"cell":null},"occurredAt":"2026-03-01T08:00:00+08:00","channel":null,"description":null,"callerPhone":null,"fatalities":null,"finder":null}""");
    }

    [Fact]
    public async Task A_report_is_sent_again_with_the_same_ids_until_it_is_answered()
    {
        var handler = new ScriptedHandler(
            Breaks(HttpRequestError.ConnectionError), Breaks(HttpRequestError.ResponseEnded), BreaksInTheBody(HttpStatusCode.Created), Json(HttpStatusCode.InternalServerError, "oops", "text/plain"),
            Json(HttpStatusCode.RequestTimeout, ""), Json(HttpStatusCode.TooManyRequests, ""), Problem(HttpStatusCode.ServiceUnavailable, "unavailable", "rebuilding"),
            Json(HttpStatusCode.OK, Receipt));
        using var client = new CityGuardClient(Samples.Options(handler));

        await client.ReportIncidentAsync(Samples.Report("77"), Token);

        handler.Asked.Count.ShouldBe(8);
        handler.Asked.Select(asked => asked.Body).Distinct().ShouldHaveSingleItem()!.ShouldContain("\"sourceId\":\"77\"");
    }

    [Fact]
    public async Task A_report_without_an_answer_ends_with_its_token_and_not_before()
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asked = 0;
        var handler = new ScriptedHandler(_ =>
        {
            if (++asked == 30)
                ends.Cancel();
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        });
        using var client = new CityGuardClient(Samples.Options(handler));

        await Should.ThrowAsync<OperationCanceledException>(() => client.ReportIncidentAsync(Samples.Report(), ends.Token));

        asked.ShouldBe(30);
    }

    [Fact]
    public async Task An_attempt_that_hangs_is_given_up_and_repeated()
    {
        var time = new FakeTimeProvider();
        var handler = new ScriptedHandler(
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException("not reached");
            },
            Json(HttpStatusCode.OK, Receipt));
        var options = Samples.Options(handler);
        options.TimeProvider = time;
        using var client = new CityGuardClient(options);

        var report = client.ReportIncidentAsync(Samples.Report(), Token);
        while (!report.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await report).Id.ShouldBe(Samples.Incident);
        handler.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Reads_give_up_after_the_set_retries()
    {
        var handler = new ScriptedHandler(Breaks(HttpRequestError.ConnectionError));
        var options = Samples.Options(handler);
        options.MaxRetries = 3;
        using var client = new CityGuardClient(options);

        var refused = await Should.ThrowAsync<CityGuardException>(() => client.GetIncidentAsync(Samples.Incident, Token));

        refused.Code.ShouldBe(RefusalCode.Unavailable);
        refused.IsOutcomeUnknown.ShouldBeFalse();
        handler.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_command_is_sent_again_with_the_same_id_until_the_set_retries_are_over()
    {
        var handler = new ScriptedHandler(
            Problem(HttpStatusCode.ServiceUnavailable, "unavailable", "rebuilding"), BreaksInTheBody(HttpStatusCode.OK), Breaks(HttpRequestError.ResponseEnded),
            Problem(HttpStatusCode.GatewayTimeout, "unavailable", "not known"));
        var options = Samples.Options(handler);
        options.MaxRetries = 3;
        using var client = new CityGuardClient(options);

        var lost = await Should.ThrowAsync<CityGuardException>(() => client.AddAsync(Samples.Incident, new AddCommand(Samples.Patrol, "backup", "more"), Token));

        lost.ShouldSatisfyAllConditions(u => u.IsOutcomeUnknown.ShouldBeTrue(), u => u.Message.ShouldContain("not known"));
        handler.Asked.Count.ShouldBe(4);
        handler.Asked[0].Line.ShouldBe("POST /api/v1/incidents/i-AAAAAAAAAAAAAAAAAAAAAA/add");
        handler.Asked.Select(asked => asked.Body).Distinct().ShouldHaveSingleItem()!.ShouldMatch("""^\{"responder":"p-C-0042","role":"backup","why":"more","ifVersion":null,"command":"[0-9a-f]{32}","extra":false\}$""");
    }

    [Fact]
    public async Task A_command_keeps_the_id_that_its_giver_chose()
    {
        var handler = new ScriptedHandler(Problem(HttpStatusCode.Conflict, "conflict", "another one"));
        using var client = new CityGuardClient(Samples.Options(handler));

        await Should.ThrowAsync<CityGuardException>(() => client.CloseAsync(Samples.Incident, new CloseCommand("done", Command: "mine"), Token));

        handler.Asked.ShouldHaveSingleItem().Body.ShouldBe("""{"why":"done","ifVersion":null,"command":"mine"}""");
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "malformed", RefusalCode.Malformed)]
    [InlineData(HttpStatusCode.Unauthorized, "unauthenticated", RefusalCode.Unauthenticated)]
    [InlineData(HttpStatusCode.Forbidden, "forbidden", RefusalCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound, "unknown", RefusalCode.Unknown)]
    [InlineData(HttpStatusCode.Conflict, "conflict", RefusalCode.Conflict)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "tooLarge", RefusalCode.TooLarge)]
    [InlineData(HttpStatusCode.UnprocessableEntity, "unprocessable", RefusalCode.Unprocessable)]
    public async Task A_problem_becomes_a_typed_exception_at_once(HttpStatusCode status, string code, RefusalCode expected)
    {
        var handler = new ScriptedHandler(Problem(status, code, "the slot is filled", "p-C-0001 since 08:00"));
        using var client = new CityGuardClient(Samples.Options(handler));

        var refused = await Should.ThrowAsync<CityGuardException>(() => client.ReportIncidentAsync(Samples.Report(), Token));

        (refused.Code, refused.Reason, refused.Holder, refused.IsOutcomeUnknown).ShouldBe((expected, "the slot is filled", "p-C-0001 since 08:00", false));
        handler.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_error_of_something_else_on_the_way_keeps_its_class()
    {
        var handler = new ScriptedHandler(Json(HttpStatusCode.Forbidden, "<html>", "text/html"));
        using var client = new CityGuardClient(Samples.Options(handler));

        (await Should.ThrowAsync<CityGuardException>(() => client.GetResponderAsync(Samples.Patrol, Token))).Code.ShouldBe(RefusalCode.Forbidden);
    }

    [Fact]
    public async Task Positions_are_split_and_rejections_keep_their_place()
    {
        var handler = new ScriptedHandler(Json(HttpStatusCode.Accepted, NoPositions));
        using var client = new CityGuardClient(Samples.Options(handler));
        var positions = Enumerable.Range(0, 2_500).Select(_ => new PositionReport("p-C-0042", 23.1, 113.3, Samples.At)).ToArray();

        var receipt = await client.ReportPositionsAsync(positions, Token);

        handler.Asked.Select(asked => asked.Body!.Split("\"responder\"").Length - 1).ShouldBe([1_000, 1_000, 500]);
        receipt.Accepted.ShouldBe(3_000);
        receipt.Rejected.Select(rejection => rejection.Index).ShouldBe([2, 1_002, 2_002]);
    }

    [Fact]
    public async Task Progress_carries_the_ids_of_its_order()
    {
        var handler = new ScriptedHandler(Json(HttpStatusCode.OK, "{}"));
        using var client = new CityGuardClient(Samples.Options(handler));

        await client.ReportProgressAsync(Samples.Order(7), AssignmentProgress.EnRoute, Samples.At, Token);

        handler.Asked[0].Line.ShouldBe("POST /api/v1/responders/p-C-0042/status");
        handler.Asked[0].Body.ShouldBe("""{"status":"enRoute","at":"2026-03-01T08:00:00+08:00","incident":"i-AAAAAAAAAAAAAAAAAAAAAA","op":"o-1","epoch":7}""");
    }

    [Fact]
    public async Task Health_is_asked_once_and_not_ready_is_an_answer()
    {
        var handler = new ScriptedHandler(Json(HttpStatusCode.ServiceUnavailable, """{"ready":false,"city":"guangzhou","cells":1,"sectors":2,"responders":3,"targets":4,"activeActors":5,"boardsReady":1}"""));
        using var client = new CityGuardClient(Samples.Options(handler));

        var health = await client.GetHealthAsync(Token);

        health.Ready.ShouldBeFalse();
        health.BoardsReady.ShouldBe(1);
        handler.Asked.ShouldHaveSingleItem().Line.ShouldBe("GET /health/ready");
    }

    [Fact]
    public async Task Orders_are_polled_by_area_with_the_place_to_go_on_from()
    {
        var handler = new ScriptedHandler(Json(HttpStatusCode.OK, """{"orders":[],"next":"b/7"}"""));
        using var client = new CityGuardClient(Samples.Options(handler));

        var batch = await client.GetAreaOrdersAsync(AreaId.Parse("d-440104"), "a b", TimeSpan.FromSeconds(2.5), Token);

        batch.Next.ShouldBe("b/7");
        handler.Asked[0].Line.ShouldBe("GET /api/v1/orders?responder=d-440104&after=a%20b&wait=2.5");
    }
}

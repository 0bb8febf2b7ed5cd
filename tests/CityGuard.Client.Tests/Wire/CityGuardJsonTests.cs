using System.Text.Json;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Wire;

public sealed class CityGuardJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, 500, TimeSpan.FromHours(8));

    [Fact]
    public void An_order_is_written_in_camel_case_with_names_for_enums_and_an_offset()
    {
        var order = new Order(3, ResponderId.Parse("p-C-0042"), IncidentId.Parse("i-AAAAAAAAAAAAAAAAAAAAAA"), OperationId.Parse("o-1"), 7, false,
            "theft", IncidentSeverity.High, "first", new GeoPoint(113.3, 23.1), 61.5, At);

        var json = JsonSerializer.Serialize(order, CityGuardJson.Options);

        json.ShouldBe("""{"seq":3,"responder":"p-C-0042","incident":"i-AAAAAAAAAAAAAAAAAAAAAA","op":"o-1","epoch":7,"recall":false,"type":"theft","severity":"high","role":"first","place":{"lon":113.3,"lat":23.1},"routeSeconds":61.5,"at":"2026-03-01T08:00:00.5+08:00"}""");
        JsonSerializer.Deserialize<Order>(json, CityGuardJson.Options).ShouldBe(order);
    }

    [Theory]
    [InlineData("""{"source":"a","sourceId":"1","type":"theft","severity":"high","location":{"lat":23.1,"lon":113.3}}""", true)]
    [InlineData("""{"source":"a","sourceId":"1","type":"theft","severity":"high","location":{"cell":"c-1"},"occurredAt":"2026-03-01T08:00:00Z"}""", true)]
    [InlineData("""{"source":"a","sourceId":"1","type":"theft","severity":"high","location":{"cell":"c-1"},"occurredAt":"2026-03-01T08:00:00"}""", false)]
    [InlineData("""{"source":"a","sourceId":"1","type":"theft","severity":2,"location":{"cell":"c-1"}}""", false)]
    [InlineData("""{"source":"a","sourceId":"1","type":"theft","severity":"huge","location":{"cell":"c-1"}}""", false)]
    [InlineData("""{"source":"a","sourceId":null,"type":"theft","severity":"high","location":{"cell":"c-1"}}""", false)]
    [InlineData("""{"source":"a","type":"theft","severity":"high","location":{"cell":"c-1"}}""", false)]
    [InlineData("""{"source":"a","source":"b","sourceId":"1","type":"theft","severity":"high","location":{"cell":"c-1"}}""", false)]
    [InlineData("""{"source":"a","sourceId":"1","type":"theft","severity":"high","location":{"lat":"NaN","lon":113.3}}""", false)]
    public void A_report_is_read_strictly(string json, bool accepted)
    {
        var read = () => JsonSerializer.Deserialize<IncidentReport>(json, CityGuardJson.Options);

        if (accepted)
            read().ShouldNotBeNull().Source.ShouldBe("a");
        else
            read.ShouldThrow<JsonException>();
    }

    [Theory]
    [InlineData(RefusalCode.Malformed, 400)]
    [InlineData(RefusalCode.Unauthenticated, 401)]
    [InlineData(RefusalCode.Forbidden, 403)]
    [InlineData(RefusalCode.Unknown, 404)]
    [InlineData(RefusalCode.Conflict, 409)]
    [InlineData(RefusalCode.TooLarge, 413)]
    [InlineData(RefusalCode.Unprocessable, 422)]
    [InlineData(RefusalCode.Unavailable, 503)]
    public void Each_class_of_refusal_has_its_status(RefusalCode code, int status)
    {
        var problem = CityProblem.From(new Refusal(code, "because", "p-C-0042 since 08:00"));

        problem.Status.ShouldBe(status);
        JsonSerializer.Deserialize<CityProblem>(JsonSerializer.Serialize(problem, CityGuardJson.Options), CityGuardJson.Options).ShouldBe(problem);
    }

    [Fact]
    public void What_may_have_been_done_is_not_said_to_be_undone()
        => CityProblem.From(new Refusal(RefusalCode.Unavailable, "because", IsOutcomeUnknown: true)).Status.ShouldBe(504);
}

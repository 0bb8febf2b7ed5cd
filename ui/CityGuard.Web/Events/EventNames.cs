using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Web.Map;
using CityGuard.Web.Panels;

namespace CityGuard.Web.Events;

/// <summary>Names of what a city has for its grid events, in the reader's language. A key that the city does not have is told as it is.</summary>
public sealed class EventNames(ICityMapSource source, CityNames names)
{
    /// <summary>How the city handles them.</summary>
    public GridEventTerms Terms => source.City.GridEvents;

    public string Category(string id) => Terms.Category(id) is { } category ? CityNames.Of(category.Name) : id;

    public string Department(string id) => Code(Terms.Departments, id);

    public string Result(string id) => Code(Terms.Results, id);

    public string Reason(string id) => Code(Terms.RejectReasons, id);

    public string Grade(string id) => Terms.Grades.FirstOrDefault(grade => grade.Id == id) is { } grade ? CityNames.Of(grade.Name) : id;

    /// <summary>To whom it is assigned.</summary>
    public string Assignee(Assignee to) => to switch
    {
        { Responder: { } responder } => names.CallSign(responder),
        { Department: { } department } => Department(department),
        _ => to.Person ?? "",
    };

    /// <summary>What a step says beside who and why: to whom, with which result, grade or reason.</summary>
    public string Detail(string what, string detail) => what switch
    {
        "registered" => Category(detail),
        "assigned" => ResponderId.TryParse(detail, out var responder) ? names.CallSign(responder) : Department(detail),
        "handled" => Result(detail),
        "evaluated" => Grade(detail),
        "rejected" => Reason(detail),
        "escalated" => names.Area(detail),
        _ => detail,
    };

    private static string Code(IReadOnlyList<NamedCode> codes, string id) => codes.FirstOrDefault(code => code.Id == id) is { } known ? CityNames.Of(known.Name) : id;
}

using System.Text.Json.Serialization;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Targets;

namespace CityGuard.Simulation.Scenarios;

/// <summary>One thing that is different from the base.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(MoveEdit), "move")]
[JsonDerivedType(typeof(AddEdit), "add")]
[JsonDerivedType(typeof(RemoveEdit), "remove")]
[JsonDerivedType(typeof(ReclassEdit), "reclass")]
[JsonDerivedType(typeof(ShiftEdit), "shift")]
[JsonDerivedType(typeof(DutyEdit), "duty")]
[JsonDerivedType(typeof(StandardEdit), "standard")]
[JsonDerivedType(typeof(PlanEdit), "plan")]
[JsonDerivedType(typeof(DropPlanEdit), "dropPlan")]
[JsonDerivedType(typeof(RoadEdit), "road")]
[JsonDerivedType(typeof(DemandEdit), "demand")]
[JsonDerivedType(typeof(CrowdEdit), "crowd")]
[JsonDerivedType(typeof(TyphoonEdit), "typhoon")]
[JsonDerivedType(typeof(InjectEdit), "inject")]
public abstract record Edit;

/// <summary>Moves the posts of responders.</summary>
/// <param name="Who">Responder ids.</param>
/// <param name="To">The new post.</param>
public sealed record MoveEdit(IReadOnlyList<string> Who, GeoPoint To) : Edit;

/// <summary>Adds responders at a post; they are called by the prefix and a number from 1.</summary>
/// <param name="Prefix">Prefix of their ids; no other responder may begin so.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Count">1 to 1,000.</param>
/// <param name="To">Their post.</param>
/// <param name="Class">Class letter.</param>
/// <param name="Capabilities">Capabilities.</param>
/// <param name="TurnoutSeconds">0 to 3,600; null: the median of the kind.</param>
/// <param name="Premises">Target that units of a kind that goes nowhere else stand in.</param>
public sealed record AddEdit(
    string Prefix, string Kind, int Count, GeoPoint To, string Class = "", IReadOnlyList<string>? Capabilities = null, int? TurnoutSeconds = null, string? Premises = null) : Edit;

/// <summary>Takes responders away.</summary>
/// <param name="Who">Responder ids.</param>
public sealed record RemoveEdit(IReadOnlyList<string> Who) : Edit;

/// <summary>Makes other responders of them.</summary>
/// <param name="Who">Responder ids.</param>
/// <param name="Kind">New kind; null: as it is.</param>
/// <param name="Class">New class letter; null: as it is.</param>
/// <param name="Capabilities">New capabilities; null: as they are.</param>
public sealed record ReclassEdit(IReadOnlyList<string> Who, string? Kind = null, string? Class = null, IReadOnlyList<string>? Capabilities = null) : Edit;

/// <summary>Sets when responders are on duty; gaps are breaks. Who is at work when his span ends finishes first.</summary>
/// <param name="Who">Responder ids.</param>
/// <param name="On">Minutes of the week on duty, in order; empty: always.</param>
public sealed record ShiftEdit(IReadOnlyList<string> Who, IReadOnlyList<MinuteSpan> On) : Edit;

/// <summary>Sets the duty level of an area: how many are out, and how close circles are drawn.</summary>
/// <param name="Area">Area id: city, district or sector.</param>
/// <param name="Level">Level.</param>
public sealed record DutyEdit(string Area, string Level) : Edit;

/// <summary>Puts a response standard in place of the one with its id.</summary>
public sealed record StandardEdit(ResponseStandard Standard) : Edit;

/// <summary>Puts a response plan in place of the one with its id, or beside the others.</summary>
public sealed record PlanEdit(ResponsePlan Plan) : Edit;

/// <summary>Takes a response plan away.</summary>
public sealed record DropPlanEdit(string Plan) : Edit;

/// <summary>Closes roads or makes them slower, all the time.</summary>
/// <param name="Street">Street or bridge of this name only; null: any.</param>
/// <param name="Area">Roads that touch this polygon only; null: everywhere.</param>
/// <param name="Factor">Travel time as a multiple, 0.1 to 20; null: closed.</param>
public sealed record RoadEdit(string? Street = null, IReadOnlyList<GeoPoint>? Area = null, double? Factor = null) : Edit;

/// <summary>Multiplies the calls.</summary>
/// <param name="Factor">0 to 20.</param>
/// <param name="Types">Types; null: all.</param>
/// <param name="Area">Area id of either tree; null: the whole city.</param>
public sealed record DemandEdit(double Factor, IReadOnlyList<string>? Types = null, string? Area = null) : Edit;

/// <summary>An event with a crowd: incidents of its own, on top of all others.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Place">Its middle.</param>
/// <param name="RadiusMetres">Cells whose centre is within it, or the one of the middle; 0 to 5,000.</param>
/// <param name="Profile">Expected incidents an hour by hour from the beginning of what is counted; 0 to 1,000 each.</param>
/// <param name="Mix">Types with severities and shares.</param>
public sealed record CrowdEdit(string Name, GeoPoint Place, double RadiusMetres, IReadOnlyList<double> Profile, IReadOnlyList<CrowdShare> Mix) : Edit;

/// <summary>Share of one type and severity among the incidents of a crowd.</summary>
public sealed record CrowdShare(string Type, IncidentSeverity Severity, double Share, int OnSceneSeconds = 1200);

/// <summary>A typhoon: more calls, slower roads, bridges shut. Roads for the whole time, calls for the hours named.</summary>
/// <param name="Calls">Calls as a multiple, 1 to 20.</param>
/// <param name="Roads">Travel time as a multiple, 1 to 20.</param>
/// <param name="Bridges">True: bridges are shut.</param>
/// <param name="FromHour">First hour with more calls, from the beginning of what is counted.</param>
/// <param name="UntilHour">First hour without; null: to the end.</param>
public sealed record TyphoonEdit(double Calls, double Roads, bool Bridges, double FromHour = 0, double? UntilHour = null) : Edit;

/// <summary>Incidents given one by one.</summary>
public sealed record InjectEdit(IReadOnlyList<Injected> Incidents) : Edit;

/// <summary>One given incident.</summary>
/// <param name="AtSeconds">From the beginning of what is counted.</param>
/// <param name="Type">Type.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Place">Where; null when it happens in a target.</param>
/// <param name="Target">Target id; null: in none.</param>
/// <param name="OnSceneSeconds">Time on scene; null: as its type has it.</param>
public sealed record Injected(double AtSeconds, string Type, IncidentSeverity Severity, GeoPoint? Place = null, string? Target = null, double? OnSceneSeconds = null);

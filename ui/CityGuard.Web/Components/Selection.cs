namespace CityGuard.Web.Components;

/// <summary>What the viewer looks at: kind (<c>cell</c>, <c>target</c>, <c>responder</c>, <c>incident</c>) and id.</summary>
public sealed record Selection(string Kind, string Id)
{
    public const string Cell = "cell", Target = "target", Responder = "responder", Incident = "incident";
}

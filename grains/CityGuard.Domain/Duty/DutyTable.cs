using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Duty;

/// <summary>A duty level (勤务等级) as a table of measures; names are data.</summary>
/// <param name="Level">Key: <c>normal</c>, <c>3</c>, <c>2</c>, <c>1</c>.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="ShareOut">Share of each responder kind that should be out, 0 to 1, by kind key; a kind not named: 1.</param>
/// <param name="MassForces">Layers of the mass force (群防群治) called up, in the order in which they come; empty: none.</param>
/// <param name="Circles">Factor on the rings of a standard, above 0 to 1, by key of the standard; one not named keeps its rings.</param>
/// <param name="SignInSeconds">A sign-in older than this has lapsed, for kinds of which a sign-in is asked; null: the kind's own.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DutyMeasures")]
public sealed record DutyMeasures(
    [property: Id(0)] string Level,
    [property: Id(1)] BilingualName Name,
    [property: Id(2)] IReadOnlyDictionary<string, double> ShareOut,
    IReadOnlyList<MassForceLayer>? MassForces = null,
    IReadOnlyDictionary<string, double>? Circles = null,
    [property: Id(52)] int? SignInSeconds = null)
{
    /// <summary>Layers of the mass force (群防群治) called up, in the order in which they come; empty: none.</summary>
    [Id(50)]
    public IReadOnlyList<MassForceLayer> MassForces { get; init; } = MassForces ?? [];

    /// <summary>Factor on the rings of a standard, above 0 to 1, by key of the standard; one not named keeps its rings.</summary>
    [Id(51)]
    public IReadOnlyDictionary<string, double> Circles { get; init; } = Circles ?? new Dictionary<string, double>();

    /// <summary>What it asks of those below, each to be acknowledged. Strength always: a kind that is not named is out in full.</summary>
    public IEnumerable<DutyMeasure> Asked()
    {
        yield return DutyMeasure.Strength;
        if (MassForces.Count > 0)
            yield return DutyMeasure.MassForces;
        if (Circles.Count > 0)
            yield return DutyMeasure.Circles;
        if (SignInSeconds is not null)
            yield return DutyMeasure.SignIn;
    }
}

/// <summary>A layer of the mass force: professional first, semi-professional as support, others as complement (专业为主、半专业为辅、其他为补充).</summary>
/// <param name="Id">Key: <c>professional</c>, <c>semiProfessional</c>, <c>mass</c>.</param>
/// <param name="Name">Name in both languages.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.MassForceLayer")]
public sealed record MassForceLayer([property: Id(0)] string Id, [property: Id(1)] BilingualName Name);

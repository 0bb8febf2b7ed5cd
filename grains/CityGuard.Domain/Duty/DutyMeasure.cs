namespace CityGuard.Domain.Duty;

/// <summary>What a level asks of those below. Each is acknowledged by itself: a level that is only announced is not carried out (执行难).</summary>
public enum DutyMeasure : byte
{
    /// <summary>The share of each responder kind that should be out.</summary>
    Strength,

    /// <summary>Layers of the mass force (群防群治) called up.</summary>
    MassForces,

    /// <summary>Circles drawn closer.</summary>
    Circles,

    /// <summary>The sign-in interval.</summary>
    SignIn,
}

namespace CityGuard.Domain.Responders;

/// <summary>A way by which an order reaches a crew.</summary>
public enum OrderChannel : byte
{
    /// <summary>The crew's terminal (终端): it takes the order itself, and accepting is its receipt.</summary>
    Terminal,

    /// <summary>Radio (对讲): somebody speaks, the crew answers.</summary>
    Radio,

    /// <summary>Telephone (电话).</summary>
    Phone,
}

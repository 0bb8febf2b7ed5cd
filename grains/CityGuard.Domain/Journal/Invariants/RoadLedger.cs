using CityGuard.Domain.Roads;
using CityGuard.Domain.Roads.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The roads of a city: a restriction is put up once, and lifted once while it stands.</summary>
internal sealed class RoadLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    private readonly HashSet<string> _ever = [], _standing = [];

    public void Enter(RoadEvent happened)
    {
        Version++;
        Require(!string.IsNullOrWhiteSpace(happened.By) && !string.IsNullOrWhiteSpace(happened.Why), "said by nobody, or for no reason");
        switch (happened)
        {
            case RoadRestricted e:
                Require(_ever.Add(e.Id) && _standing.Add(e.Id), $"restriction {e.Id} was put up twice");
                Require(e.Place.Street is not null || e.Place.Area is not null, $"restriction {e.Id} is nowhere");
                Require(e.Factor is not { } factor || (factor >= RoadRules.LeastFactor && factor <= RoadRules.MostFactor), $"restriction {e.Id} has the factor {e.Factor}");
                break;
            case RoadReleased e:
                Require(_standing.Remove(e.Id), $"restriction {e.Id} was lifted and does not stand");
                break;
        }
    }
}

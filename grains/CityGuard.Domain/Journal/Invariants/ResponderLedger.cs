using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>One time that a responder was held.</summary>
/// <param name="Version">Of the event by which it began.</param>
internal sealed record Holding(IncidentId Incident, OperationId Op, long Epoch, long Version);

/// <summary>A responder's stream: ownership changes only by Assigned when free, Released by its holder, Diverted naming its holder, ForceReleased by a person; epochs rise by one.</summary>
internal sealed class ResponderLedger(ResponderId id, List<string> violations) : Ledger(id.Value, violations)
{
    private long _epoch;
    private bool _inService = true;

    /// <summary>Who holds it now.</summary>
    public Holding? Held { get; private set; }

    /// <summary>Every time that it was taken from a holder that did not give it back.</summary>
    public List<Taking> Takings { get; } = [];

    /// <summary>Every time that it was held.</summary>
    public List<Holding> Holdings { get; } = [];

    public void Enter(ResponderEvent happened)
    {
        Version++;
        if (happened is OwnershipEvent ownership)
            EnterEpoch(ownership.Epoch);
        switch (happened)
        {
            case Assigned e:
                Require(Held is null, $"assigned to {e.Incident} {e.Op} while held by {Held?.Incident} {Held?.Op}");
                Require(_inService, $"assigned to {e.Incident} {e.Op} while out of service");
                Hold(e.Incident, e.Op, e.Epoch);
                break;
            case Released e:
                Require(IsHeldBy(e.Incident, e.Op), $"released by {e.Incident} {e.Op}, its holder is {Holder()}");
                Held = null;
                break;
            case Diverted e:
                Require(Held?.Incident == e.From, $"diverted from {e.From}, its holder is {Holder()}");
                Require(e.From != e.To, $"diverted from {e.From} to itself");
                Take(e.To, e.Epoch);
                Hold(e.To, e.Op, e.Epoch);
                break;
            case ForceReleased e:
                Require(IsHeldBy(e.Incident, e.Op), $"taken from {e.Incident} {e.Op}, its holder is {Holder()}");
                Require(!string.IsNullOrWhiteSpace(e.By), "taken from its holder by nobody");
                Take(null, e.Epoch);
                Held = null;
                break;
            case LossHeard e:
                var owed = Takings.Find(t => t.Incident == e.Incident && t.Op == e.Op && !t.IsHeard);
                Require(owed is not null, $"{e.Incident} {e.Op} heard of a loss that was not owed");
                owed?.Heard();
                break;
            case OutOfService:
                Require(Held is null, $"went out of service while held by {Holder()}");
                Require(_inService, "went out of service twice");
                _inService = false;
                break;
            case InService:
                Require(!_inService, "came into service twice");
                _inService = true;
                break;
        }
    }

    private void EnterEpoch(long epoch)
    {
        Require(epoch == _epoch + 1, $"epoch {epoch} after {_epoch}");
        _epoch = epoch;
    }

    private void Hold(IncidentId incident, OperationId op, long epoch)
    {
        Held = new Holding(incident, op, epoch, Version);
        Holdings.Add(Held);
    }

    private void Take(IncidentId? to, long epoch)
    {
        if (Held is { } held)
            Takings.Add(new Taking(held.Incident, held.Op, epoch, to, Version));
    }

    private bool IsHeldBy(IncidentId incident, OperationId op) => Held?.Incident == incident && Held.Op == op;

    private string Holder() => Held is null ? "nobody" : $"{Held.Incident} {Held.Op}";
}

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>Facts that were acknowledged and have not been met yet.</summary>
internal sealed class AckedFacts
{
    private readonly Dictionary<string, HashSet<AckedFact>> _missing = new(StringComparer.Ordinal);

    public AckedFacts(IEnumerable<AckedFact> facts)
    {
        foreach (var fact in facts)
        {
            if (!_missing.TryGetValue(fact.Stream, out var ofStream))
                _missing[fact.Stream] = ofStream = [];
            ofStream.Add(fact);
        }
    }

    public void Met(string stream, long version, string kind, string? operation)
    {
        if (_missing.TryGetValue(stream, out var facts))
            facts.RemoveWhere(f => f.Kind == kind && (f.Version ?? version) == version && (f.Operation ?? operation) == operation);
    }

    public IEnumerable<string> Missing()
        => _missing.Values.SelectMany(facts => facts).Select(fact => $"{fact.Stream}: acknowledged and not there: {fact}").Order(StringComparer.Ordinal);
}

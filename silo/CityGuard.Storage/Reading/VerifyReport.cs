namespace CityGuard.Storage.Reading;

/// <summary>What a verification found.</summary>
/// <param name="Streams">Streams read.</param>
/// <param name="Events">Events read.</param>
/// <param name="Acked">Acknowledged facts looked for.</param>
/// <param name="Violations">Readable lines, each naming stream and version; empty: the journal is whole.</param>
public sealed record VerifyReport(long Streams, long Events, int Acked, IReadOnlyList<string> Violations)
{
    public bool IsWhole => Violations.Count == 0;
}

/// <summary>How far a verification is.</summary>
public readonly record struct VerifyProgress(long Streams, long Of);

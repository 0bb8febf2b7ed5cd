using CityGuard.Domain.Journal.Invariants;

namespace CityGuard.Storage.Reading;

/// <summary>What a verification asks for beyond what must always be true.</summary>
/// <param name="Acked">Facts that somebody was told are durable.</param>
/// <param name="Quiescent">True: nothing is under way any more, so nothing may be pending.</param>
public sealed record VerifyOptions(IReadOnlyList<AckedFact> Acked, bool Quiescent)
{
    public static VerifyOptions Plain { get; } = new([], false);

    /// <summary>Reads a file of one acknowledged fact a line: kind, id, version, operation.</summary>
    /// <exception cref="FormatException">A line is something else; the message names it.</exception>
    public static IReadOnlyList<AckedFact> ReadAcked(string file)
        => [.. File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Select(AckedFact.Parse)];
}

using System.Text;
using System.Text.RegularExpressions;

namespace CityGuard.Domain.Incidents.Merging;

/// <summary>What two texts share. Chinese is not written in words: there every two characters that follow each other count as one.</summary>
internal static partial class CommonWords
{
    private const int Shortest = 3; // of a word in letters: shorter ones say nothing of an event

    /// <summary>Share of the shorter text's words that the other has too, 0 to 1; null when one of them has none.</summary>
    public static double? Share(string? one, string? other)
    {
        var (ours, theirs) = (In(one), In(other));
        return ours.Count == 0 || theirs.Count == 0 ? null : (double)ours.Intersect(theirs).Count() / Math.Min(ours.Count, theirs.Count);
    }

    private static HashSet<string> In(string? text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match run in Runs().Matches((text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant()))
            if (!run.Groups["han"].Success)
                words.Add(run.Value);
            else
                for (var i = 0; i + 2 <= run.Length; i++)
                    words.Add(run.Value.Substring(i, 2));
        words.RemoveWhere(word => word.Length < Shortest && char.IsAscii(word[0]));
        return words;
    }

    [GeneratedRegex(@"(?<han>[\u3400-\u9fff]+)|[\p{L}\p{N}-[\u3400-\u9fff]]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Runs();
}

using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Merging;

/// <summary>How alike two incidents are.</summary>
public static class Similarity
{
    /// <summary>Their likeness; null when they lie or came too far apart or are of types that have nothing to do with each other.</summary>
    public static Likeness? Of(SimilarityRules rules, Compared one, Compared other)
    {
        if (!rules.AreRelated(one.Type, other.Type))
            return null;
        var (metres, seconds) = (one.Place.MetresTo(other.Place), Math.Abs((one.ReceivedAt - other.ReceivedAt).TotalSeconds));
        if (metres > rules.WithinMetres || seconds > rules.WithinSeconds)
            return null;
        var words = CommonWords.Share(one.Text, other.Text);
        var same = one.Type == other.Type;
        var most = rules.PlaceWeight + rules.TimeWeight + rules.TypeWeight + rules.WordsWeight;
        var score = (rules.PlaceWeight * (1 - (metres / rules.WithinMetres))) + (rules.TimeWeight * (1 - (seconds / rules.WithinSeconds)))
            + (rules.TypeWeight * (same ? 1 : 0.5)) + (rules.WordsWeight * (words ?? 0));
        return new Likeness(most > 0 ? score / most : 0, metres, (int)seconds, same, words);
    }
}

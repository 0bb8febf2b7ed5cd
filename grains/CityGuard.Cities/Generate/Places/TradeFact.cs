using CityGuard.Domain.Areas;
using CityGuard.Domain.Targets;
using static CityGuard.Cities.Generate.Facts.FactTable;

namespace CityGuard.Cities.Generate.Places;

/// <summary>A trade of key targets as data: how many of each grade, when open, which class of unit guards it, how many people it draws, where it stands.</summary>
internal sealed record TradeFact(
    string Trade, BilingualName Noun, string UnitClass, int Count, int GradeOne, int GradeTwo, OpeningHours Hours, double Draw, string Near)
{
    public static IReadOnlyList<TradeFact> All { get; } = Read("trades").Select(r => new TradeFact(
        r[0], new(r[1], r[2]), r[3], Whole(r[4]), Whole(r[5]), Whole(r[6]), HoursOf(r[7], r[8], Whole(r[9])), Number(r[10]), r[11])).ToArray();

    /// <summary>Open from and until a time of day on the first days of the week; past midnight runs into the next day.</summary>
    private static OpeningHours HoursOf(string open, string close, int days)
    {
        int from = Minutes(open), until = Minutes(close);
        if (days == 7 && until - from >= 24 * 60)
            return OpeningHours.Always;
        var spans = new List<MinuteSpan>();
        for (var day = 0; day < days; day++)
            Add((day * 24 * 60) + from, (day * 24 * 60) + until);
        return new(spans.OrderBy(s => s.From).ToArray());

        void Add(int begin, int end)
        {
            spans.Add(new(begin, Math.Min(end, OpeningHours.Week)));
            if (end > OpeningHours.Week)
                spans.Add(new(0, end - OpeningHours.Week));
        }
    }

    private static int Minutes(string clock) => clock.Split(':') is [var hours, var minutes] ? (Whole(hours) * 60) + Whole(minutes) : throw new FormatException(clock);
}

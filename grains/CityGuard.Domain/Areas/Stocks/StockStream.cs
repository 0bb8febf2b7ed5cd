namespace CityGuard.Domain.Areas.Stocks;

/// <summary>Streams of stocks: <c>k-</c> and the id of the area that keeps them.</summary>
public static class StockStream
{
    private const string Prefix = "k-";

    /// <summary>The stream of an area.</summary>
    public static string Of(AreaId area) => Prefix + area.Value;

    /// <summary>The area of a stream; false when it is none of these.</summary>
    public static bool TryParse(string stream, out AreaId area)
    {
        area = default;
        return stream.StartsWith(Prefix, StringComparison.Ordinal) && AreaId.TryParse(stream[Prefix.Length..], out area);
    }
}

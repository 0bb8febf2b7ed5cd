namespace CityGuard.Domain.Areas.HandOver;

/// <summary>Streams of hand-over sheets: <c>h-</c> and the id of the area.</summary>
public static class HandOverStream
{
    private const string Prefix = "h-";

    /// <summary>The stream of an area.</summary>
    public static string Of(AreaId area) => Prefix + area.Value;

    /// <summary>The area of a stream; false when it is none of these.</summary>
    public static bool TryParse(string stream, out AreaId area)
    {
        area = default;
        return stream.StartsWith(Prefix, StringComparison.Ordinal) && AreaId.TryParse(stream[Prefix.Length..], out area);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using CityGuard.Cities.Roads.Conditions;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Roads.Events;

namespace CityGuard.Grains.Roads;

/// <summary>Draws restricted roads as GeoJSON.</summary>
internal static class RoadDrawing
{
    public static string Draw(RoadConditions conditions, IReadOnlyList<RoadRestricted> standing)
    {
        var text = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(text);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var one in standing)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("properties");
            json.WriteString("id", one.Id);
            json.WriteBoolean("closed", one.Factor is null);
            json.WriteEndObject();
            json.WriteStartObject("geometry");
            json.WriteString("type", "MultiLineString");
            json.WriteStartArray("coordinates");
            // A road of two directions is drawn once.
            foreach (var (from, to) in conditions.Lines(new RoadRestriction(one.Place.Street, one.Place.Area, one.Factor)).Select(Ordered).Distinct())
            {
                json.WriteStartArray();
                Write(json, from);
                Write(json, to);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static (GeoPoint, GeoPoint) Ordered((GeoPoint From, GeoPoint To) line)
        => (line.From.Lon, line.From.Lat).CompareTo((line.To.Lon, line.To.Lat)) <= 0 ? line : (line.To, line.From);

    private static void Write(Utf8JsonWriter json, GeoPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(point.Lon, 6));
        json.WriteNumberValue(Math.Round(point.Lat, 6));
        json.WriteEndArray();
    }
}

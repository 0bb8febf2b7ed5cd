using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Abstractions.Roads;

namespace CityGuard.Abstractions.Wire;

/// <summary>An isochrone on the wire is a GeoJSON feature, so that any map shows it as it is.</summary>
internal sealed class IsochroneConverter : JsonConverter<IsochroneView>
{
    private const string Minutes = "minutes", Mode = "mode", TravelTimes = "travelTimes";

    public override IsochroneView Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var properties = document.RootElement.GetProperty("properties");
        return new IsochroneView(
            properties.GetProperty(Minutes).GetDouble(),
            Enum.Parse<TravelMode>(properties.GetProperty(Mode).GetString()!, ignoreCase: true),
            properties.GetProperty(TravelTimes).GetString()!,
            document.RootElement.GetProperty("geometry").GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, IsochroneView value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("properties");
        writer.WriteNumber(Minutes, value.Minutes);
        writer.WriteString(Mode, JsonNamingPolicy.CamelCase.ConvertName(value.Mode.ToString()));
        writer.WriteString(TravelTimes, value.TravelTimes);
        writer.WriteEndObject();
        writer.WritePropertyName("geometry");
        writer.WriteRawValue(value.GeoJson);
        writer.WriteEndObject();
    }
}

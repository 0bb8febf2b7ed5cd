using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CityGuard.Simulation.Scenarios;

/// <summary>The file form of a scenario: camelCase, enums as strings, one line for each short thing, nothing unknown passes.</summary>
public static class ScenarioJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a scenario.</summary>
    public static string Write(Scenario scenario) => JsonSerializer.Serialize(scenario, Options) + "\n";

    /// <summary>Reads a scenario.</summary>
    /// <exception cref="ScenarioException">It is not one; the path of the first thing that is wrong is named.</exception>
    public static Scenario Read(string text)
    {
        Scenario? scenario;
        try
        {
            scenario = JsonSerializer.Deserialize<Scenario>(text, Options);
        }
        catch (JsonException error)
        {
            throw new ScenarioException([new ScenarioProblem(error.Path ?? "$", FirstSentence(error.Message))]);
        }

        if (scenario is null)
            throw new ScenarioException([new ScenarioProblem("$", "it is empty")]);
        return scenario.Schema == Scenario.CurrentSchema
            ? scenario
            : throw new ScenarioException([new ScenarioProblem("$.schema", $"this is schema {scenario.Schema}, and {Scenario.CurrentSchema} is read here")]);
    }

    /// <summary>The JSON schema of a scenario.</summary>
    public static string Schema()
    {
        var schema = Options.GetJsonSchemaAsNode(typeof(Scenario)).AsObject();
        schema.Insert(0, "$schema", JsonValue.Create("https://json-schema.org/draft/2020-12/schema"));
        schema.Insert(1, "title", JsonValue.Create("CityGuard scenario"));
        return schema.ToJsonString(Options) + "\n";
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}

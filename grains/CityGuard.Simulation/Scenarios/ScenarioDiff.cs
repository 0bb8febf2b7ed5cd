using System.Text.Json.Nodes;

namespace CityGuard.Simulation.Scenarios;

/// <summary>Says what differs between two scenarios, a line for each thing, by path.</summary>
public static class ScenarioDiff
{
    /// <summary>The differences; one line saying so when there are none.</summary>
    public static IReadOnlyList<string> Lines(Scenario a, Scenario b)
    {
        var lines = new List<string>();
        Compare("$", JsonNode.Parse(ScenarioJson.Write(a)), JsonNode.Parse(ScenarioJson.Write(b)), lines);
        return lines.Count == 0 ? ["the two scenarios are the same"] : lines;
    }

    private static void Compare(string path, JsonNode? a, JsonNode? b, List<string> lines)
    {
        switch (a, b)
        {
            case (JsonObject left, JsonObject right):
                foreach (var key in left.Select(p => p.Key).Union(right.Select(p => p.Key)))
                    Compare($"{path}.{key}", left[key], right[key], lines);
                break;
            case (JsonArray left, JsonArray right):
                for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
                    Compare($"{path}[{i}]", left.ElementAtOrDefault(i), right.ElementAtOrDefault(i), lines);
                break;
            default:
                if (!JsonNode.DeepEquals(a, b))
                    lines.Add(a is null ? $"+ {path}: {Text(b)}" : b is null ? $"- {path}: {Text(a)}" : $"~ {path}: {Text(a)} -> {Text(b)}");
                break;
        }
    }

    private static string Text(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length > 120 ? text[..117] + "..." : text;
    }
}

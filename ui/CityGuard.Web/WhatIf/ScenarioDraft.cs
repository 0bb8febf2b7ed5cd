using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityGuard.Domain.Geography;

namespace CityGuard.Web.WhatIf;

/// <summary>A scenario file under the hand of a planner. What this page does not know of it stays as it is.</summary>
public sealed class ScenarioDraft
{
    private readonly JsonObject _root;

    private ScenarioDraft(JsonObject root) => _root = root;

    public string Name
    {
        get => Word(_root["name"]) ?? "";
        set => _root["name"] = value;
    }

    public string Note
    {
        get => Word(_root["note"]) ?? "";
        set => _root["note"] = value;
    }

        /// <summary>Days counted.</summary>
    public double Days
    {
        get => Number(_root["time"]?["days"]) ?? 7;
        set => Part("time")["days"] = value;
    }

    /// <summary>When the living city was forked; null: it begins with the city package.</summary>
    public DateTimeOffset? ForkedAt => Word(_root["live"]?["at"]) is { } at && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var when) ? when : null;

    /// <summary>How many were on duty then.</summary>
    public int OnDuty => (_root["live"]?["responders"] as JsonArray)?.Count ?? 0;

    /// <summary>How many incidents waited then.</summary>
    public int Waiting => (_root["live"]?["incidents"] as JsonArray)?.Count ?? 0;

    /// <summary>Edits in order.</summary>
    public IReadOnlyList<JsonObject> Edits => [.. EditList.OfType<JsonObject>()];

    /// <summary>The file.</summary>
    public string Text => _root.ToJsonString();

    public static ScenarioDraft New(string name, string city) => new(new JsonObject { ["name"] = name, ["city"] = city, ["note"] = "", ["time"] = new JsonObject { ["days"] = 7.0 }, ["edits"] = new JsonArray() });

    /// <exception cref="FormatException">It is no scenario file.</exception>
    public static ScenarioDraft Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject root && root["name"] is JsonValue && (root["edits"] is null or JsonArray) && (root["time"] is null or JsonObject) && (root["live"] is null or JsonObject)
                ? new ScenarioDraft(root)
                : throw new FormatException("this is no scenario file");
        }
        catch (JsonException failure)
        {
            throw new FormatException(failure.Message, failure);
        }
    }

    public void Add(JsonObject edit) => EditList.Add(edit);

    public void Remove(int at) => EditList.RemoveAt(at);

    /// <summary>Moves one post; an earlier move of it is taken back.</summary>
    public void Move(string who, GeoPoint to)
    {
        for (var i = EditList.Count - 1; i >= 0; i--)
            if (EditList[i] is JsonObject edit && Is(edit, "move") && edit["who"] is JsonArray moved && moved.FirstOrDefault(one => Word(one) == who) is { } known)
            {
                moved.Remove(known);
                if (moved.Count == 0)
                    EditList.RemoveAt(i);
            }

        Add(new JsonObject { ["do"] = "move", ["who"] = new JsonArray(who), ["to"] = Place(to) });
    }

    /// <summary>Posts that stand elsewhere than in the package, those of the fork and those that are moved here.</summary>
    public IReadOnlyDictionary<string, (GeoPoint Place, bool Here)> Posts()
    {
        var posts = new Dictionary<string, (GeoPoint, bool)>();
        if (_root["live"]?["posts"] is JsonObject forked)
            foreach (var (who, place) in forked)
                if (PlaceOf(place) is { } at)
                    posts[who] = (at, false);
        foreach (var edit in Edits)
        {
            if (Is(edit, "move") && PlaceOf(edit["to"]) is { } to)
                foreach (var who in Who(edit))
                    posts[who] = (to, true);
            if (Is(edit, "add") && PlaceOf(edit["to"]) is { } at)
                for (var i = 1; i <= (Number(edit["count"]) ?? 1); i++)
                    posts[$"{Word(edit["prefix"])}{i}"] = (at, true);
        }

        return posts;
    }

    /// <summary>Those that are taken away here.</summary>
    public IReadOnlySet<string> Gone() => Edits.Where(edit => Is(edit, "remove")).SelectMany(Who).ToHashSet();

    /// <summary>A text of the file; null: it is none. Files come from anywhere.</summary>
    public static string? Word(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A number of the file; null: it is none.</summary>
    public static double? Number(JsonNode? node) => node is JsonValue value && (value.TryGetValue<double>(out var number) || (value.TryGetValue<int>(out var whole) && (number = whole) == whole)) ? number : null;

    public static bool Is(JsonObject edit, string kind) => Word(edit["do"]) == kind;

    public static IEnumerable<string> Who(JsonObject edit) => (edit["who"] as JsonArray)?.Select(Word).OfType<string>() ?? [];

    public static JsonObject Place(GeoPoint at) => new() { ["lon"] = Math.Round(at.Lon, 6), ["lat"] = Math.Round(at.Lat, 6) };

    public static GeoPoint? PlaceOf(JsonNode? place) => place is JsonObject && Number(place["lon"]) is { } lon && Number(place["lat"]) is { } lat ? new GeoPoint(lon, lat) : null;

    private JsonArray EditList
    {
        get
        {
            if (_root["edits"] is JsonArray edits)
                return edits;
            var none = new JsonArray();
            _root["edits"] = none;
            return none;
        }
    }


    private JsonObject Part(string name)
    {
        if (_root[name] is JsonObject part)
            return part;
        var none = new JsonObject();
        _root[name] = none;
        return none;
    }
}

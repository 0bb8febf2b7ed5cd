using System.Collections.Immutable;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Package;

/// <summary>Tens of thousands of profiles repeat a handful of keys; after reading they share one instance of each.</summary>
internal static class SharedStrings
{
    public static ImmutableArray<ResponderProfile> Of(ImmutableArray<ResponderProfile> responders)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>();
        return [.. responders.Select(r => r with { Kind = string.Intern(r.Kind), Class = string.Intern(r.Class), Capabilities = Shared(r.Capabilities) })];

        IReadOnlyList<string> Shared(IReadOnlyList<string> capabilities)
        {
            var key = string.Join(',', capabilities);
            if (!lists.TryGetValue(key, out var list))
                lists[key] = list = [.. capabilities.Select(string.Intern)];
            return list;
        }
    }

    public static ImmutableArray<KeyTargetProfile> Of(ImmutableArray<KeyTargetProfile> targets)
    {
        var hours = new Dictionary<string, OpeningHours> { [Key(OpeningHours.Always)] = OpeningHours.Always };
        return [.. targets.Select(t => t with { Trade = string.Intern(t.Trade), Standard = string.Intern(t.Standard), Hours = Shared(t.Hours) })];

        OpeningHours Shared(OpeningHours open) => hours.TryGetValue(Key(open), out var known) ? known : hours[Key(open)] = open;

        static string Key(OpeningHours open) => string.Join(',', open.Spans);
    }
}

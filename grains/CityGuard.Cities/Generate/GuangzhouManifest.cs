using System.Collections.Immutable;
using CityGuard.Cities.Package;
using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Generate;

/// <summary>The first page: what is made up, and where the rest comes from.</summary>
internal static class GuangzhouManifest
{
    private const string Ours = "CityGuard, made up";

    /// <summary>Counts and hash stay empty until the package is saved.</summary>
    public static CityManifest Write(CityParts parts)
    {
        return new(
            CityPackage.Schema, "guangzhou", new BilingualName("广州", "Guangzhou"), "Asia/Shanghai",
            ["roads", "outlines", "water", "hills", "cells", "posts", "units", "targets", "demand"],
            [
                new("districts: names, codes, areas, residents", "Seventh national census of China (2020), published bulletin of Guangzhou", "plain facts"),
                new("streets and towns: names and codes", "china-division 2.7.0", "MIT"),
                new("shape of calls by hour of the week", "LASPATED, emergency calls of Rio de Janeiro", "BSD-3-Clause"),
                new("outlines, rivers, hills, bridges, expressways: names and rough courses", "drawn by hand", "CityGuard's own"),
                new("streets, cells, posts, places, demand", Ours, "CityGuard's own"),
                new("strength of unit classes (A 6,079, B 5,518, C 4,887, D 6,785)", "public papers; they print C as 4,487, but only 4,887 adds to their total of 23,269", "plain facts"),
            ],
            ImmutableSortedDictionary<string, int>.Empty,
            CityBounds.Of(parts.Cells),
            "");
    }
}

using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Cities.Generate;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>What if: how fast questions are answered, beside a peer and bare baselines in the same run.</summary>
internal static class WhatifSuite
{
    public static Task Run(Report report, string[] rows)
    {
        bool Wanted(string row) => rows.Length == 0 || rows.Contains(row);
        var draft = GuangzhouGenerator.Generate(new GuangzhouOptions());
        using var city = new CityModel(draft.Manifest, draft.Parts);
        var at = new SimulationCity(city);
        if (Wanted("city"))
            CityRows.Run(report, at);
        if (Wanted("placement"))
            PlacementRows.Run(report, at);
        return Task.CompletedTask;
    }
}

using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Cities.Generate;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>What if: how fast questions are answered, beside a peer and bare baselines in the same run.</summary>
internal static class WhatifSuite
{
    public static async Task Run(Report report, string[] rows)
    {
        bool Wanted(string row) => rows.Length == 0 || rows.Contains(row);
        if (Wanted("lines"))
        {
            LineRows.Run(report, 10, 0.8, 0.204590);
            LineRows.Run(report, 50, 0.9, 0.072773);
        }

        if (rows is ["lines"])
            return;
        var draft = GuangzhouGenerator.Generate(new GuangzhouOptions());
        using var city = new CityModel(draft.Manifest with { Hash = "bench" }, draft.Parts);
        var at = new SimulationCity(city);
        if (Wanted("question"))
            QuestionRows.Run(report, at);
        if (Wanted("city"))
            CityRows.Run(report, at);
        if (Wanted("placement"))
            PlacementRows.Run(report, at);
        if (Wanted("fork"))
            await ForkRows.Run(report, city);
    }
}

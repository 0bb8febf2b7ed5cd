using System.Globalization;
using CityGuard.Simulation.Runs;
using Spectre.Console;

namespace CityGuard.Silo.Hosting;

/// <summary>How far a simulation is: percent, replications, the interval so far, time left.</summary>
internal static class RunProgressBar
{
    public static void Show(Action<IProgress<RunProgress>> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            work(new Lines());
            return;
        }

        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).Start(context =>
        {
            var task = context.AddTask("Simulating");
            work(new Bar(task));
            task.Value = 100;
        });
    }

    private static string Text(RunProgress progress)
    {
        var estimate = progress.Differences.Count > 0 ? progress.Differences[^1] : progress.Current[0];
        var what = progress.Differences.Count > 0 ? "difference" : "within standard";
        var left = progress.Left is { } time ? string.Create(CultureInfo.InvariantCulture, $", {time.TotalSeconds:F0} s left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {progress.Most} replications, {what} {estimate.Mean * 100:F2} +- {estimate.Half * 100:F2} %{left}");
    }

    private sealed class Bar(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.Description = Markup.Escape(Text(value));
            task.Value = value.Share * 100;
        }
    }

    /// <summary>A line for every tenth.</summary>
    private sealed class Lines : IProgress<RunProgress>
    {
        private int _tenth;

        public void Report(RunProgress value)
        {
            var tenth = (int)(value.Share * 10);
            if (Interlocked.Exchange(ref _tenth, tenth) < tenth)
                Console.WriteLine(Text(value));
        }
    }
}

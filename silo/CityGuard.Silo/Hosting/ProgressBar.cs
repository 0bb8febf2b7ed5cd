using CityGuard.Cities;
using Spectre.Console;

namespace CityGuard.Silo.Hosting;

/// <summary>A bar for people; one line a stage where the output is not a terminal.</summary>
internal static class ProgressBar
{
    public static void Show(string title, Action<IProgress<CityProgress>> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            work(new Lines(title));
            return;
        }

        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).Start(context =>
        {
            var task = context.AddTask(title);
            work(new Bar(task, title));
            task.Value = 100;
        });
    }

    private sealed class Bar(ProgressTask task, string title) : IProgress<CityProgress>
    {
        public void Report(CityProgress value)
        {
            task.Description = $"{title}: {value.Stage}";
            task.Value = value.Fraction * 100;
        }
    }

    private sealed class Lines(string title) : IProgress<CityProgress>
    {
        private string? _stage;

        public void Report(CityProgress value)
        {
            if (value.Stage == _stage)
                return;
            _stage = value.Stage;
            Console.WriteLine($"{title}: {value.Stage}");
        }
    }
}

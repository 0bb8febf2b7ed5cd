using CityGuard.Cities;
using Spectre.Console;

namespace CityGuard.Silo.Hosting;

/// <summary>A bar for people; one line a stage where the output is not a terminal.</summary>
internal static class ProgressBar
{
    public static void Show(string title, Action<IProgress<CityProgress>> work) => ShowAsync(title, progress =>
    {
        work(progress);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    public static async Task ShowAsync(string title, Func<IProgress<CityProgress>, Task> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            await work(new Lines(title));
            return;
        }

        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(async context =>
        {
            var task = context.AddTask(title);
            await work(new Bar(task, title));
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

using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Telemetry;

/// <summary>Looks on while actors append; changes nothing.</summary>
internal sealed class JournalWatcher(JournalCondition condition, CityFigures figures)
{
    public async Task<AppendResult> Watch(Task<AppendResult> append)
    {
        var mark = condition.Begin();
        AppendResult? result = null;
        try
        {
            var answer = await append;
            result = answer;
            return answer;
        }
        finally
        {
            figures.Appended(condition.End(mark, result), result);
        }
    }
}

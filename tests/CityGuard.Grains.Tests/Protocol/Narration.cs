using System.Globalization;
using System.Text;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>A walk told in plain sentences: one line for each thing that happened, none for what changed nothing.</summary>
internal sealed class Narration
{
    private const string Then = ", then ";

    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();
    private DateTimeOffset? _at; // null: what comes before the first moment is not told
    private string _about = "";
    private string _link = Then;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The next thing happens at this time.</summary>
    public void At(DateTimeOffset now)
    {
        End();
        _at = now;
    }

    /// <summary>More of the same line; whoever it is about already is not named again.</summary>
    public void Say(string who, string does)
    {
        _line.Append(_line.Length == 0 ? $"{who} {does}" : who == _about ? $"{_link}{does}" : $"; {who} {does}");
        (_about, _link) = (who, Then);
    }

    /// <summary>Something comes to somebody, about whom the line goes on.</summary>
    public void Reach(string what, string who)
    {
        Say(what, $"reaches {who}");
        (_about, _link) = (who, ", which ");
    }

    /// <summary>Something has come, of which somebody's deed is the meaning.</summary>
    public void Turn(string what, string who, string does)
    {
        Say($"{what}: {who}", does);
        _about = who;
    }

    public void End()
    {
        if (_line.Length > 0 && _at is not null)
            _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{_at:HH:mm:ss}  {_line}"));
        _line.Clear();
        _about = "";
    }
}

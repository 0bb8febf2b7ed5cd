using System.Globalization;

namespace CityGuard.Cities.Import;

/// <summary>Reads what the generator's configuration writes for a distribution: <c>Exponential(7.6/60/24)</c>, <c>Normal(50/60/60/24, 0)</c>.</summary>
internal ref struct Formula
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private Formula(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Mean of the distribution, which is the first parameter of all that are known here.</summary>
    public static bool TryMean(string text, out double mean)
    {
        mean = 0;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        if (open < 0 || close < open || text[..open].Trim() is not ("Exponential" or "Normal" or "Bernoulli"))
            return false;
        var first = text[(open + 1)..close].Split(',')[0];
        return TryEvaluate(first, out mean);
    }

    /// <summary>Value of a sum or product of numbers.</summary>
    public static bool TryEvaluate(string text, out double value)
    {
        var formula = new Formula(text.AsSpan().Trim());
        return formula.Sum(out value) && formula._at == formula._text.Length && double.IsFinite(value);
    }

    private bool Sum(out double value)
    {
        if (!Product(out value))
            return false;
        while (Next('+', '-') is var sign && sign != default)
        {
            if (!Product(out var right))
                return false;
            value = sign == '+' ? value + right : value - right;
        }

        return true;
    }

    private bool Product(out double value)
    {
        if (!Term(out value))
            return false;
        while (Next('*', '/') is var sign && sign != default)
        {
            if (!Term(out var right))
                return false;
            value = sign == '*' ? value * right : value / right;
        }

        return true;
    }

    private bool Term(out double value)
    {
        if (Next('(', '(') != default)
            return Sum(out value) && Next(')', ')') != default;
        SkipSpaces();
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
            _at++;
        return double.TryParse(_text[start.._at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private char Next(char one, char other)
    {
        SkipSpaces();
        if (_at >= _text.Length || (_text[_at] != one && _text[_at] != other))
            return default;
        return _text[_at++];
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }
}

namespace CityGuard.Cities.Generate.Places;

/// <summary>Numbers below 100 as Chinese names write them.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => number == 10 ? "十" : $"十{Digits[number % 10]}",
        < 100 => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
        _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}

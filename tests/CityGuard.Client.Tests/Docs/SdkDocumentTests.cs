using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Docs;

public sealed partial class SdkDocumentTests
{
    [Fact]
    public void Every_snippet_of_the_page_is_the_code_that_was_compiled()
    {
        var compiled = Snippet().Matches(File.ReadAllText(Beside("SdkSnippets.cs"))).ToDictionary(match => match.Groups["name"].Value, match => Dedented(match.Groups["code"].Value));
        var shown = Block().Matches(File.ReadAllText(Beside("../../../docs/sdk.md"))).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["code"].Value.Trim('\n'));

        shown.Keys.ShouldBe(compiled.Keys, ignoreOrder: true);
        foreach (var (name, code) in shown)
            code.ShouldBe(compiled[name], name);
    }

    private static string Beside(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, path);

    private static string Dedented(string code) => string.Join('\n', code.Trim('\n').Split('\n').Select(line => line.Length > 8 ? line[8..] : string.Empty));

    [GeneratedRegex(@"^ {8}// snippet: (?<name>\w+)\n(?<code>.*?)^ {8}// end$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"<!-- snippet: (?<name>\w+) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}

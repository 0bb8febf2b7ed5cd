using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CityGuard.Tests.Shared;

namespace CityGuard.EndToEnd.Tests;

/// <summary>A person at a browser of his own, registered by the product's own command and signed in by the link that it printed.</summary>
internal sealed class SignedIn : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    private SignedIn(string url) => Http = new HttpClient(_handler) { BaseAddress = new Uri(url) };

    public HttpClient Http { get; }

    public static async Task<string> Register(SampleHost host, string name, string role, string area)
    {
        var (code, output, errors) = await HostProcess.Run("user", "add", "--data", host.Data, "--city", host.City, "--url", host.Process.Url, "--name", name, "--role", role, "--area", area);
        return code == 0 ? output.Trim() : throw new InvalidOperationException(errors);
    }

    public static async Task<SignedIn> As(SampleHost host, string name, string role, string area)
    {
        var person = new SignedIn(host.Process.Url);
        using var answer = await person.Http.GetAsync(new Uri(await Register(host, name, role, area)));
        return answer.StatusCode == HttpStatusCode.Redirect ? person : throw new InvalidOperationException($"signing in answered {answer.StatusCode}");
    }

    public async Task<(int Status, JsonElement Body)> Post(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<int> Look(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }
}

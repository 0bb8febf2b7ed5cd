using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CityGuard.Silo.Security;

/// <summary>What a person who signs in may do.</summary>
internal enum SignInRole
{
    Viewer,
    Commander,
}

/// <summary>
/// One-time sign-in links as files <c>D/links/HASH.json</c>; using one deletes it first, so two browsers cannot share it.
/// A link lasts 24 hours.
/// </summary>
internal sealed class SignInLinks(string dataFolder, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly string _folder = Path.Combine(dataFolder, "links");

    private sealed record Link(SignInRole Role, DateTimeOffset Until);

    public string Create(SignInRole role)
    {
        PrivateFolder.Create(_folder);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        PrivateFolder.WriteAtomically(PathOf(token), JsonSerializer.SerializeToUtf8Bytes(new Link(role, clock.GetUtcNow() + Lifetime)));
        return token;
    }

    public SignInRole? Use(string? token)
    {
        if (token is not { Length: > 0 and < 100 })
            return null;
        var claimed = PathOf(token) + ".used";
        try
        {
            // Renaming is what only one of two can do; a move that minds what is there already is not one step.
            File.Move(PathOf(token), claimed, overwrite: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        var link = JsonSerializer.Deserialize<Link>(File.ReadAllBytes(claimed));
        File.Delete(claimed);
        return link is not null && clock.GetUtcNow() < link.Until ? link.Role : null;
    }

    private string PathOf(string token) => Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))) + ".json");
}

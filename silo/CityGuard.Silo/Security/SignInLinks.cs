using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;

namespace CityGuard.Silo.Security;

/// <summary>Whom a link lets in.</summary>
/// <param name="Name">The name in the journal: a person's, or the word for the role where the link is nobody's in particular.</param>
/// <param name="Area">Area id; null: the whole city.</param>
/// <param name="Person">Id of the registered person; null where the link is nobody's in particular.</param>
internal sealed record SignInLink(
    string Name, [property: JsonConverter(typeof(JsonStringEnumConverter<PersonRole>))] PersonRole Role, string? Area, string? Person, DateTimeOffset Until)
{
    public Caller Caller => new(
        Name, Role is PersonRole.Viewer ? Scope.Read : Scope.Read | Scope.Command, SeesPersonalData: Role is not PersonRole.Viewer, Role, Area is null ? null : AreaId.Parse(Area));
}

/// <summary>
/// One-time sign-in links as files <c>D/links/HASH.json</c>; using one deletes it first, so two browsers cannot share it.
/// A link lasts 24 hours.
/// </summary>
internal sealed class SignInLinks(string dataFolder, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly string _folder = Path.Combine(dataFolder, "links");

    /// <summary>A link for the whole city that is nobody's in particular.</summary>
    public string Create(PersonRole role) => Create(new SignInLink(PersonRules.NameOf(role), role, null, null, clock.GetUtcNow() + Lifetime));

    /// <summary>A link of a person.</summary>
    public string Create(UserRecord person) => Create(new SignInLink(person.Name, person.Role, person.Area, person.Id, clock.GetUtcNow() + Lifetime));

    private string Create(SignInLink link)
    {
        PrivateFolder.Create(_folder);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        PrivateFolder.WriteAtomically(PathOf(token), JsonSerializer.SerializeToUtf8Bytes(link));
        return token;
    }

    public SignInLink? Use(string? token)
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

        var link = Read(claimed);
        File.Delete(claimed);
        return link is not null && clock.GetUtcNow() < link.Until ? link : null;
    }

    // A link written by an earlier version is one that cannot be used: there is always another.
    private static SignInLink? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SignInLink>(File.ReadAllBytes(path)) is { Name: not null } link ? link : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string PathOf(string token) => Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))) + ".json");
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Storage.Secrets;

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

/// <summary>One-time sign-in links by their hashes; using one takes it away first, so two browsers cannot share it. A link lasts 24 hours.</summary>
internal sealed class SignInLinks(ISecretFiles files, TimeProvider clock)
{
    private const string Folder = "links";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>A link for the whole city that is nobody's in particular.</summary>
    public Task<string> Create(PersonRole role) => Create(new SignInLink(PersonRules.NameOf(role), role, null, null, clock.GetUtcNow() + Lifetime));

    /// <summary>A link of a person.</summary>
    public Task<string> Create(UserRecord person) => Create(new SignInLink(person.Name, person.Role, person.Area, person.Id, clock.GetUtcNow() + Lifetime));

    public async ValueTask<SignInLink?> Use(string? token)
    {
        if (token is not { Length: > 0 and < 100 })
            return null;
        // A link written by an earlier version is one that cannot be used: there is always another.
        var link = SecretName.Parse<SignInLink>(await files.Take(Folder, SecretName.Of(token)));
        return link is { Name: not null } && clock.GetUtcNow() < link.Until ? link : null;
    }

    private async Task<string> Create(SignInLink link)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        await files.TryWriteNew(Folder, SecretName.Of(token), JsonSerializer.SerializeToUtf8Bytes(link));
        return token;
    }
}

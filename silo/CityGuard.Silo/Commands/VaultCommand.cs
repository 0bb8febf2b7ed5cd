using System.CommandLine;
using CityGuard.Domain.Incidents;
using CityGuard.Storage;
using CityGuard.Storage.Vault;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard vault erase INCIDENT</c>: destroys the personal data of one incident.</summary>
internal static class VaultCommand
{
    public static Command Create() => new("vault", "Personal data.") { Erase() };

    private static Command Erase()
    {
        var data = CommonOptions.Data();
        var incident = new Argument<string>("incident") { Description = "Incident id, i-..." };
        var command = new Command("erase", "Destroys the key and the texts of an incident; the journal stays whole.") { data, incident };
        command.SetAction(async (parsed, cancel) =>
        {
            var text = parsed.GetRequiredValue(incident);
            if (!IncidentId.TryParse(text, out var id))
                throw new CommandException(ExitCodes.Input, $"'{text}' is not an incident id.");
            await using var vault = SqliteVault.Open(new DataFolder(parsed.GetRequiredValue(data)).Existing());
            if (!await vault.Erase(id, cancel))
                throw new CommandException(ExitCodes.Input, $"the vault holds nothing of {id}.");
            Console.WriteLine($"erased {id}");
            return ExitCodes.Ok;
        });
        return command;
    }
}

using System.CommandLine;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Storage;
using CityGuard.Storage.Reading;
using CityGuard.Storage.Vault;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard vault erase ID</c>: destroys the personal data of one matter, under whichever ids it was handed over.</summary>
internal static class VaultCommand
{
    public static Command Create() => new("vault", "Personal data.") { Erase() };

    private static Command Erase()
    {
        var data = CommonOptions.Data();
        var subject = new Argument<string>("id") { Description = "Incident i-..., or grid event or ticket g-...; what it was handed over from or to is erased with it." };
        var command = new Command("erase", "Destroys the keys and the texts of an incident or a ticket; the journal stays whole.") { data, subject };
        command.SetAction(async (parsed, cancel) =>
        {
            var id = parsed.GetRequiredValue(subject);
            if (!IncidentId.TryParse(id, out _) && !GridEventId.TryParse(id, out _))
                throw new CommandException(ExitCodes.Input, $"'{id}' is not the id of an incident or a ticket.");
            var folder = new DataFolder(parsed.GetRequiredValue(data)).Existing();
            await using var vault = SqliteVault.Open(folder);
            var erased = new List<string>();
            // From the first on: what is erased already cannot be handed on any more.
            foreach (var one in Lineage.Of(folder, id))
                if (await vault.Erase(Lineage.VaultName(one), cancel))
                    erased.Add(one);
            if (erased.Count == 0)
                throw new CommandException(ExitCodes.Input, $"the vault holds nothing of {id}.");
            Console.WriteLine($"erased {string.Join(", ", erased)}");
            return ExitCodes.Ok;
        });
        return command;
    }
}

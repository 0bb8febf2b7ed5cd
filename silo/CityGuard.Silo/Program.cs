using CityGuard.Silo.Commands;

// cityguard: the host, and the commands around it. One line per room.
var root = RunCommand.Create();
root.Subcommands.Add(CityCommand.Create());
root.Subcommands.Add(KeyCommand.Create());
root.Subcommands.Add(LinkCommand.Create());
root.Subcommands.Add(JournalCommand.Create());
root.Subcommands.Add(VaultCommand.Create());
return await CommandLine.Run(root, args);

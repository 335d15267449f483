using Blacklist.Api.Hosting;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Tests.Vault;

public sealed class KeyFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blacklist-keys-");

    private string Path => System.IO.Path.Combine(_folder.FullName, KeyFile.Name);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_new_key_file_is_for_its_owner_only()
    {
        KeyFile.Create(Path, "keys");

        KeyFile.Read(Path).ShouldBe("keys");
        KeyFile.IsOpenToOthers(Path).ShouldBeFalse();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_key_file_that_is_there_is_never_overwritten()
    {
        KeyFile.Create(Path, "first");

        Should.Throw<StartProblem>(() => KeyFile.Create(Path, "second"));

        KeyFile.Read(Path).ShouldBe("first");
        _folder.GetFiles().Length.ShouldBe(1);
    }

    [Fact]
    public void A_file_that_others_can_read_is_noticed()
    {
        if (OperatingSystem.IsWindows())
            return;
        KeyFile.Create(Path, "keys");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        KeyFile.IsOpenToOthers(Path).ShouldBeTrue();
    }

    [Fact]
    public void No_file_reads_as_nothing() => KeyFile.Read(Path).ShouldBeNull();

    [Fact]
    public void A_folder_that_is_not_there_is_said_in_one_sentence() =>
        Should.Throw<StartProblem>(() => KeyFile.Create(System.IO.Path.Combine(_folder.FullName, "none", KeyFile.Name), "keys"))
            .Message.ShouldStartWith("The vault key file ");
}

using Blacklist.Api.Http;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;

namespace Blacklist.Tests.Http;

public sealed class FieldErrorsSpecs
{
    private readonly FieldErrors _fields = new();

    private IEnumerable<string> Noted => _fields.All.Select(error => $"{error.Path} {error.Kind.Code}");

    [Fact]
    public void A_right_value_is_handed_on_and_nothing_noted()
    {
        _fields.Read("name", PersonName.Parse("张三"))!.Original.ShouldBe("张三");
        _fields.Any.ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_value_is_noted_with_the_refusal_of_the_domain()
    {
        _fields.Read("name", PersonName.Parse("")).ShouldBeNull();
        Noted.ShouldBe(["name name_empty"]);
    }

    [Fact]
    public void A_part_names_its_fields_below_itself()
    {
        _fields.At("applicants", 0).At("documents", 2).Add("number", new Refusal("wrong", "Wrong."));
        _fields.At("applicants", 1).Add("", new Refusal("whole", "Wrong as a whole."));
        Noted.ShouldBe(["applicants[0].documents[2].number wrong", "applicants[1] whole"]);
    }

    [Fact]
    public void A_list_is_read_element_by_element()
    {
        var names = _fields.Each("names", (string[])["张三", "", "李四"], (at, text) => at.Read("", PersonName.Parse(text)));
        names.Select(name => name.Original).ShouldBe(["张三", "李四"]);
        Noted.ShouldBe(["names[1] name_empty"]);
    }

    [Fact]
    public void A_field_left_out_is_no_error()
    {
        _fields.ReadOptional("name", null, PersonName.Parse).ShouldBeNull();
        _fields.Length("note", null, 1, 5);
        _fields.Range<int>("count", null, 1, 5);
        _fields.Any.ShouldBeFalse();
    }

    [Fact]
    public void Length_counts_characters_not_code_units()
    {
        _fields.Length("name", "𠮷𠮷", 1, 2);
        _fields.Length("short", "  ", 1, 2);
        _fields.Length("long", "abc", 1, 2);
        _fields.Range<int>("count", 6, 1, 5);
        _fields.Count("items", (int[])[1, 2, 3], 1, 2);
        Noted.ShouldBe(["short wrong_length", "long wrong_length", "count out_of_range", "items wrong_length"]);
    }

    [Fact]
    public void What_could_not_be_read_comes_before_what_is_wrong()
    {
        _fields.Add("a", ProblemKinds.OutOfRange, 1, 2);
        _fields.Add("b", ProblemKinds.WrongType, "string");
        Problems.Unprocessable(_fields).Kind.ShouldBe(ProblemKinds.WrongType);
    }
}

// SPDX-License-Identifier: Apache-2.0
// What starting any C program costs here.
int main(void)
{
    return 0;
}
